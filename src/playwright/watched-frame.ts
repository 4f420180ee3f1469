import { readFileSync } from "node:fs";
import type { Frame } from "@playwright/test";
import type { PageWatch, WatchedWindow } from "../screen/in-page.ts";
import type { Observation } from "../screen/observer.ts";
import { inTime } from "./in-time.ts";

let script: string | undefined;

/** The script of `src/screen/in-page.ts`. It is the same path from src/playwright/ and from dist/playwright/. */
export function inPageScript(): string {
  return (script ??= readFileSync(new URL("../../dist/screen-in-page.js", import.meta.url), "utf8"));
}

/** Makes the frame watch what appears in it from now on. */
export async function beginIn(frame: Frame, id: number): Promise<void> {
  const begin: `${keyof WatchedWindow}.${keyof PageWatch}(${number})` = `auth0MswWatch.begin(${id})`;
  // The page may be older than the init script.
  await inTime(frame.evaluate(`${inPageScript()};${begin}`));
}

/** What appeared in the frame so far. Undefined when it shows another page by now. Rejects when it can't be asked. */
export function lookIn(frame: Frame, id: number, isBeforeNextAnswer: boolean): Promise<Observation | undefined> {
  return inTime(
    frame.evaluate(([number, isNext]) => (globalThis as WatchedWindow).auth0MswWatch?.look(number, isNext), [
      id,
      isBeforeNextAnswer,
    ] as const),
  );
}

/** Why a frame could not be watched. */
export function whyUnseen(frame: Frame, error: unknown): string {
  if (frame.page().isClosed()) return "The page was closed before it showed anything.";
  if (frame.isDetached()) return "The frame was removed before it showed anything.";
  const [line = ""] = (error as Error).message.split("\n", 1);
  return `The page could not be watched: ${line}`;
}

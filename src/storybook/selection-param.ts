import { isActivation, type UntypedActivation } from "../catalog/activation.ts";
import type { Selection } from "./events.ts";

/** The query parameter that keeps a selection over reloads and in links. */
export const selectionParam = "auth0";

/**
 * Writes a selection as `<story id>.<id>`, with `--` for the slash in the id. An activation with options is
 * encoded. Storybook puts the text into its address unescaped.
 */
export function writeSelection({ storyId, activations }: Selection): string | null {
  return activations.length === 0 ? null : [storyId, ...activations.map(write)].join(".");
}

/** Reads what `writeSelection` wrote, or what a user typed. */
export function readSelection(text: string | null | undefined): Selection | undefined {
  if (!text) return undefined;
  const [storyId = "", ...written] = text.split(".");
  return { storyId, activations: written.map(read) };
}

function write(activation: UntypedActivation): string {
  if (typeof activation === "string" && /^[\w-]+\/[\w-]+$/.test(activation)) return activation.replace("/", "--");
  const bytes = btoa(encodeURIComponent(JSON.stringify(activation)));
  return `~${bytes.replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "")}`;
}

function read(written: string): UntypedActivation {
  if (!written.startsWith("~")) return written.replace("--", "/");
  try {
    const bytes = atob(written.slice(1).replaceAll("-", "+").replaceAll("_", "/"));
    const activation: unknown = JSON.parse(decodeURIComponent(bytes));
    if (isActivation(activation)) return activation;
  } catch {
    // Then it is an unknown scenario, and the story says so.
  }
  return written;
}

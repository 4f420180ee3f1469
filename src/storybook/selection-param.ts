import { isActivation, type UntypedActivation } from "../catalog/activation.ts";
import type { Selection } from "./events.ts";

/** The query parameter that keeps a selection over reloads and in links. */
export const selectionParam = "auth0";

/**
 * Writes a selection as `<story id>.<id>`, with `--` for the slash in the id. An activation with options is
 * encoded, because Storybook does not escape the text in its URL.
 */
export function writeSelection({ storyId, activations }: Selection): string | null {
  return activations.length === 0 ? null : [storyId, ...activations.map(write)].join(".");
}

/** Reads a selection that `writeSelection` wrote or a user typed. */
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
    // Return the text: the story then reports an unknown scenario.
  }
  return written;
}

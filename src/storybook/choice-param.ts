import type { LooseActivation } from "../activation.ts";
import { isActivation } from "../loose-activation.ts";
import type { Choice } from "./channel.ts";

/** The query parameter that keeps a choice over reloads and in links. */
export const choiceParam = "auth0";

/**
 * Writes a choice as `<story id>.<id>`, with `--` for the slash of the id; what has more than an id is
 * encoded. Storybook puts the text into its address as it stands.
 */
export function writeChoice({ storyId, activations }: Choice): string | null {
  return activations.length === 0 ? null : [storyId, ...activations.map(write)].join(".");
}

/** Reads what `writeChoice` wrote, or what somebody typed. */
export function readChoice(text: string | null | undefined): Choice | undefined {
  if (!text) return undefined;
  const [storyId = "", ...written] = text.split(".");
  return { storyId, activations: written.map(read) };
}

function write(activation: LooseActivation): string {
  if (typeof activation === "string" && /^[\w-]+\/[\w-]+$/.test(activation)) return activation.replace("/", "--");
  const bytes = btoa(encodeURIComponent(JSON.stringify(activation)));
  return `~${bytes.replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "")}`;
}

function read(written: string): LooseActivation {
  if (!written.startsWith("~")) return written.replace("--", "/");
  try {
    const bytes = atob(written.slice(1).replaceAll("-", "+").replaceAll("_", "/"));
    const activation: unknown = JSON.parse(decodeURIComponent(bytes));
    if (isActivation(activation)) return activation;
  } catch {
    // Then nobody knows it, and the story says so.
  }
  return written;
}

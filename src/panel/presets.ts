import { isActivation } from "../catalog/activation.ts";
import type { TabStorage } from "../worker/tab-storage.ts";
import type { Selection } from "./selection.ts";

/** A selection with a name. */
export interface Preset extends Selection {
  readonly name: string;
}

const key = "auth0-msw: presets";

/** The stored presets. None when the stored text is not valid. */
export function loadPresets(storage: TabStorage): readonly Preset[] {
  const text = storage.read(key);
  try {
    return text === null ? [] : readPresets(text);
  } catch {
    return [];
  }
}

export function storePresets(storage: TabStorage, presets: readonly Preset[]): void {
  storage.write(key, presets.length === 0 ? null : toJson(presets));
}

/** Adds presets. Those of the same name are replaced. */
export function withPresets(presets: readonly Preset[], added: readonly Preset[]): readonly Preset[] {
  const names = new Set(added.map(({ name }) => name));
  return [...presets.filter(({ name }) => !names.has(name)), ...added];
}

export function toJson(presets: readonly Preset[]): string {
  return `${JSON.stringify(presets, null, 2)}\n`;
}

/**
 * Reads exported presets. Unknown scenarios stay in them: running such a preset reports it.
 * @throws When the text is not a list of presets.
 */
export function readPresets(text: string): readonly Preset[] {
  let given: unknown;
  try {
    given = JSON.parse(text);
  } catch {
    throw new TypeError("Import failed: the file is not JSON. Choose a file that was exported here.");
  }
  if (Array.isArray(given) && given.every(isPreset)) return given;
  throw new TypeError(
    "Import failed: the file has no list of presets. Each needs a name and activations. Choose a file that was exported here.",
  );
}

function isPreset(given: unknown): given is Preset {
  const { name, activations } = Object(given) as Partial<Preset>;
  return typeof name === "string" && name !== "" && Array.isArray(activations) && activations.every(isActivation);
}

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
  const stored = parse(storage.read(key) ?? "");
  return isPresets(stored) ? stored : [];
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
  const given = parse(text);
  if (isPresets(given)) return given;
  throw new TypeError("This is no file of presets. Choose one that was exported here.");
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isPresets(given: unknown): given is readonly Preset[] {
  return Array.isArray(given) && given.every(isPreset);
}

function isPreset(given: unknown): given is Preset {
  const { name, activations, cycle = [], scenarios = {} } = Object(given) as Partial<Preset>;
  return (
    typeof name === "string" &&
    name !== "" &&
    [activations, cycle].every(Array.isArray) &&
    activations?.every(isActivation) === true &&
    Object(scenarios) === scenarios
  );
}

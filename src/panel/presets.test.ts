import { expect, test } from "vitest";
import { loadPresets, readPresets, storePresets, toJson, withPresets } from "./presets.ts";

const locked = { name: "Locked", activations: ["oauth-ro/user-blocked"] };
const slow = { name: "Slow", activations: [{ use: "oauth-ro/live", delay: 800 }], cycle: ["oauth-ro"] };

test("reads what it exports", () => {
  expect(readPresets(toJson([locked, slow]))).toEqual([locked, slow]);
});

test("a preset of the same name is replaced", () => {
  const other = { name: "Locked", activations: ["oauth-ro/live"] };
  expect(withPresets([locked, slow], [other])).toEqual([slow, other]);
});

test.each([
  "name: a",
  "{}",
  "[1]",
  '[{"name":"","activations":[]}]',
  '[{"name":"a","activations":[1]}]',
  '[{"name":"a"}]',
  '[{"name":"a","activations":[],"cycle":"yes"}]',
  '[{"name":"a","activations":[],"scenarios":5}]',
  "[null]",
])("rejects %s", (text) => {
  expect(() => readPresets(text)).toThrow("This is no file of presets. Choose one that was exported here.");
});

test("a stored text that is invalid counts as none", () => {
  const kept = new Map<string, string>();
  const storage = {
    read: (key: string) => kept.get(key) ?? null,
    write: (key: string, text: string | null) => void (text === null ? kept.delete(key) : kept.set(key, text)),
  };
  expect(loadPresets(storage)).toEqual([]);
  storePresets(storage, [slow]);
  expect(loadPresets(storage)).toEqual([slow]);
  for (const key of kept.keys()) kept.set(key, "{");
  expect(loadPresets(storage)).toEqual([]);
  storePresets(storage, []);
  expect(kept.size).toBe(0);
});

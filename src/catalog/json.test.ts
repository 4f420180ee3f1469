import { expect, test } from "vitest";
import { copyJson } from "./json.ts";

test("copies a value as JSON would deliver it", () => {
  const given = { list: [1, "a", null, true], date: new Date(0), left: undefined, inner: { deep: [] } };
  const copy = copyJson(given) as typeof given;
  expect(copy).toEqual({ list: [1, "a", null, true], date: "1970-01-01T00:00:00.000Z", inner: { deep: [] } });
  expect(copy.inner).not.toBe(given.inner);
});

const cyclic: Record<string, unknown> = {};
cyclic["inner"] = [cyclic];

test.each<[string, unknown, string]>([
  ["a bigint", { a: [1n] }, "JSON cannot hold 1n"],
  ["a function", { a: () => 1 }, "JSON cannot hold a function"],
  ["a symbol", [Symbol("x")], "JSON cannot hold Symbol(x)"],
  ["NaN", { a: Number.NaN }, "JSON cannot hold NaN"],
  ["Infinity", [-Infinity], "JSON cannot hold -Infinity"],
  ["an object that contains itself", cyclic, "JSON cannot hold an object that contains itself"],
])("rejects %s", (_case, value, message) => {
  expect(() => copyJson(value)).toThrow(new TypeError(message));
});

import { beforeEach, describe, expect, test, vi } from "vitest";
import { fill, placeholdersIn } from "./placeholders.ts";

const now = Date.UTC(2030, 0, 1, 0, 0, 0, 500);
const evidence = { evidence: "inferred", source: "a test" } as const;
const defaults = {
  retryAfter: { default: 30, ...evidence },
  reset: { default: { fromNow: "retryAfter" }, ...evidence },
};

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["Date"], now });
  return () => vi.useRealTimers();
});

describe("fromNow, in whole seconds rounded up", () => {
  const nowInSeconds = now / 1000;

  test.each<[string, string | number | undefined, number]>([
    ["the default", undefined, Math.ceil(nowInSeconds + 30)],
    ["a number of seconds", 5, Math.ceil(nowInSeconds + 5)],
    ["a number of seconds as text", "5", Math.ceil(nowInSeconds + 5)],
    ["zero seconds", 0, Math.ceil(nowInSeconds)],
    ["an HTTP date", "Tue, 01 Jan 2030 01:00:00 GMT", Date.UTC(2030, 0, 1, 1) / 1000],
    ["any other text: the default", "soon", Math.ceil(nowInSeconds + 30)],
  ])("%s", (_case, retryAfter, expected) => {
    expect(fill("{reset}", defaults, { retryAfter })).toBe(String(expected));
  });

  test("can be replaced by a param", () => {
    expect(fill("{reset}", defaults, { reset: 7, retryAfter: "soon" })).toBe("7");
  });
});

test("finds only names in braces", () => {
  expect(placeholdersIn("^\\+[0-9]{1,15}$ {a} {b_2} { c } {}")).toEqual(["a", "b_2"]);
});

test.each(["constructor", "toString"])("fills a placeholder called %s only from a param of that name", (name) => {
  expect(fill(`{${name}}`, {}, {})).toBe(`{${name}}`);
  expect(fill(`{${name}}`, {}, JSON.parse(`{"${name}":"set"}`) as Record<string, string>)).toBe("set");
});

import { expect, test } from "vitest";
import { wordMatcher } from "./word-matcher.ts";

test.each([
  ["", "anything", true],
  ["  ", "anything", true],
  ["BLOCKED user", "The user is blocked", true],
  ["block", "user-blocked", true],
  ["blocked zebra", "The user is blocked", false],
])("%j in %j: %s", (search, text, expected) => {
  expect(wordMatcher(search)(text)).toBe(expected);
});

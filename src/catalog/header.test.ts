import { expect, test } from "vitest";
import { headerFault } from "./header.ts";

test.each([
  ["x-a", "b"],
  ["Retry-After", "Tue, 01 Jan 2030 01:00:00 GMT"],
  ["x_a.b~!", ""],
  ["x-a", "a\tb é"],
])("allows %s: %j, as the platform does", (name, value) => {
  expect(headerFault(name, value)).toBeUndefined();
  expect(new Headers([[name, value]]).get(name)).toBe(value);
});

const badName = "HTTP does not allow this name. Use letters, digits and dashes.";
const badValue = "HTTP does not allow this value. Use plain ASCII, with no line breaks.";

test.each<[string, unknown, string]>([
  ["", "a", badName],
  ["x a", "a", badName],
  ["x:a", "a", badName],
  ["é", "a", badName],
  ["x-{no}", "a", badName],
  ["x-a", "a\r\nset-cookie: b", badValue],
  ["x-a", "a\n", badValue],
  ["x-a", "a\0", badValue],
  ["x-a", "日本", badValue],
  ["x-a", 5, "got 5. Give a string."],
  ["x-a", undefined, "got undefined. Give a string."],
])("rejects %j: %j", (name, value, fault) => {
  expect(headerFault(name, value)).toBe(fault);
});

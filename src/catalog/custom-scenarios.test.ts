import { describe, expect, test } from "vitest";
import { readScenarios } from "./custom-scenarios.ts";

const written = { evidence: "inferred", source: "a test" };
const fromNow = (param: string) => ({ default: { fromNow: param }, ...written });

test.each<[unknown, string]>([
  [null, "Invalid scenarios: got null. Give an object."],
  [{ "oauth-token": {} }, 'Unknown key "oauth-token" in scenarios. Did you mean "oauth-ro"?'],
  [JSON.parse('{"__proto__":{}}'), 'Unknown key "__proto__" in scenarios.'],
  [{ "oauth-ro": 5 }, 'Invalid scenarios["oauth-ro"]: got 5. Give an object of scenarios.'],
  [{ "oauth-ro": { own: null } }, 'Invalid scenarios["oauth-ro"].own: got null. Give an object.'],
  [{ "passwordless-start": { "": {} } }, `Invalid name "" in scenarios["passwordless-start"]`],
])("rejects %j: %s", (scenarios, message) => {
  expect(() => readScenarios(scenarios)).toThrow(message);
});

const status = "Give a whole number from 200 to 599, or null for a network error.";

test.each<[unknown, string]>([
  [{}, `Invalid scenarios["oauth-ro"].own.status: got undefined. ${status}`],
  [{ status: 199 }, `Invalid scenarios["oauth-ro"].own.status: got 199. ${status}`],
  [{ status: 600 }, `Invalid scenarios["oauth-ro"].own.status: got 600. ${status}`],
  [{ status: 400.5 }, `Invalid scenarios["oauth-ro"].own.status: got 400.5. ${status}`],
  [{ status: "400" }, `Invalid scenarios["oauth-ro"].own.status: got "400". ${status}`],
  [{ satus: 400 }, 'Unknown key "satus" in scenarios["oauth-ro"].own. Did you mean "status"?'],
  [{ status: 400, extra: {} }, 'Unknown key "extra" in scenarios["oauth-ro"].own.'],
  [{ status: 400, error: 5 }, 'Invalid scenarios["oauth-ro"].own.error: got 5. Give a string.'],
  [
    { status: 400, kind: "fail" },
    'Invalid scenarios["oauth-ro"].own.kind: got "fail". Give "failure", "transport" or "success".',
  ],
  [
    { status: 400, grant: "sms" },
    'Invalid scenarios["oauth-ro"].own.grant: got "sms". Give "password", "jwt-bearer" or "all".',
  ],
  [
    { status: 400, evidence: "seen" },
    'Invalid scenarios["oauth-ro"].own.evidence: got "seen". Give "documented", "observed" or "inferred".',
  ],
  [{ status: 400, body: 5n }, 'Invalid scenarios["oauth-ro"].own.body: got 5n. Give a string or an object.'],
  [{ status: 400, body: null }, 'Invalid scenarios["oauth-ro"].own.body: got null. Give a string or an object.'],
  [
    { status: 400, body: { a: [() => 1] } },
    'Invalid scenarios["oauth-ro"].own.body: JSON cannot hold a function. Give a value that JSON can hold.',
  ],
  [
    { status: 400, headers: { "x a": "b" } },
    'Invalid scenarios["oauth-ro"].own.headers["x a"]: HTTP does not allow this name. Use letters, digits and dashes.',
  ],
  [
    { status: 400, headers: { "x-a": "b\nc" } },
    'Invalid scenarios["oauth-ro"].own.headers["x-a"]: HTTP does not allow this value. Use plain ASCII, with no line breaks.',
  ],
  [
    { status: 400, headers: { "x-a": "{name}" }, params: { name: "ä\nö" } },
    'Invalid scenarios["oauth-ro"].own.headers["x-a"]: HTTP does not allow this value. Use plain ASCII, with no line breaks.',
  ],
  [{ status: 400, headers: { "x-a": 5 } }, 'Invalid scenarios["oauth-ro"].own.headers["x-a"]: got 5. Give a string.'],
  [
    { status: 400, params: { n: Infinity } },
    'Invalid scenarios["oauth-ro"].own.params.n: got Infinity. Give a string, a finite number, or { default, evidence, source }.',
  ],
  [
    { status: 400, params: { n: { default: 1, sources: "" } } },
    'Invalid scenarios["oauth-ro"].own.params.n: got an object. Give a string, a finite number, or { default, evidence, source }.',
  ],
])("rejects a scenario %o: %s", (scenario, message) => {
  expect(() => readScenarios({ "oauth-ro": { own: scenario } })).toThrow(new TypeError(message));
});

test.each(["", "a,b", "a/b", " a", "a ", "\ta", "a\nb", ","])("rejects the name %j", (name) => {
  expect(() => readScenarios({ "oauth-ro": { [name]: { status: 400 } } })).toThrow(
    new TypeError(
      `Invalid name ${JSON.stringify(name)} in scenarios["oauth-ro"]: it cannot be part of an id. ` +
        "Give a name without commas, slashes or invisible characters, and no spaces around it.",
    ),
  );
});

test.each(["a", "two words", "ünlaut", "constructor", "__proto__"])("allows the name %j", (name) => {
  const scenarios = `{"oauth-ro":{"${name}":{"status":400}}}`;
  expect(JSON.stringify(readScenarios(JSON.parse(scenarios)))).toBe(scenarios);
});

describe("a param with fromNow", () => {
  test.each<[string, Record<string, unknown>, string]>([
    ["that refers to itself", { a: fromNow("a") }, '"a" refers to itself'],
    [
      "that refers to itself through others",
      { a: fromNow("b"), b: fromNow("c"), c: fromNow("a") },
      '"a" refers to itself',
    ],
    ["that names no param", { a: fromNow("b") }, 'there is no param "b"'],
    ["that names a key of the object prototype", { a: fromNow("toString") }, 'there is no param "toString"'],
  ])("%s is rejected", (_case, params, why) => {
    expect(() => readScenarios({ "oauth-ro": { own: { status: 400, params } } })).toThrow(
      new TypeError(
        `Invalid scenarios["oauth-ro"].own.params.a: ${why}. Set fromNow to the name of another param, which is a number of seconds.`,
      ),
    );
  });

  test("may refer to another such param, and two may refer to the same one", () => {
    const params = { a: fromNow("b"), b: fromNow("c"), c: 5, d: fromNow("c") };
    expect(readScenarios({ "oauth-ro": { own: { status: 400, params } } })).toEqual({
      "oauth-ro": { own: { status: 400, params } },
    });
  });
});

test("allows a body with a property called __proto__", () => {
  const scenarios = '{"oauth-ro":{"own":{"status":400,"body":{"__proto__":"{name}"}}}}';
  expect(JSON.stringify(readScenarios(JSON.parse(scenarios)))).toBe(scenarios);
});

test("returns a copy", () => {
  const own = { status: 400, body: { list: [1] }, headers: { "x-a": "b" }, params: { n: { default: 1, ...written } } };
  const scenarios: Record<string, Record<string, unknown>> = { "oauth-ro": { own } };
  const read = readScenarios(scenarios);
  const before = structuredClone(read);
  own.status = 401;
  own.body.list.push(2);
  own.headers["x-a"] = "c";
  own.params.n.default = 2;
  (scenarios["oauth-ro"] ?? {})["other"] = own;
  expect(read).toEqual(before);
  expect(before).toEqual({
    "oauth-ro": {
      own: { status: 400, body: { list: [1] }, headers: { "x-a": "b" }, params: { n: { default: 1, ...written } } },
    },
  });
});

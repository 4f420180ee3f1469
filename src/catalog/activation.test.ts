import { describe, expect, test } from "vitest";
import { resolveActivation } from "./activation.ts";
import { createRegistry } from "./registry.ts";

const registry = createRegistry({
  "oauth-ro": { own: { status: 400, description: "{name} at {time}", params: { name: "a", time: "b" } } },
});
const id = "oauth-ro/own";

describe("options", () => {
  test("mean the same beside an id and inside an activation", () => {
    const options = { params: { name: "x" }, headers: { "x-a": "b" }, delay: 5 } as const;
    expect(resolveActivation(registry, id, options)).toEqual({ ...resolveActivation(registry, id), ...options });
    expect(resolveActivation(registry, { use: id, ...options })).toEqual(resolveActivation(registry, id, options));
  });

  test("beside an activation replace those inside it, one by one", () => {
    const activation = { use: id, params: { name: "x" }, headers: { "x-a": "b" }, delay: 5 };
    expect(resolveActivation(registry, activation, { delay: 7, headers: undefined })).toMatchObject({
      params: { name: "x" },
      headers: { "x-a": "b" },
      delay: 7,
    });
    expect(resolveActivation(registry, activation, { params: { time: "y" }, headers: {} })).toMatchObject({
      params: { time: "y" },
      headers: {},
      delay: 5,
    });
  });

  test("are copied", () => {
    const params = { name: "x" };
    const headers = { "x-a": "b" };
    const resolved = resolveActivation(registry, { use: id, params, headers });
    params.name = "y";
    headers["x-a"] = "c";
    expect(resolved).toMatchObject({ params: { name: "x" }, headers: { "x-a": "b" } });
  });

  test("of undefined are ignored", () => {
    const none = { params: undefined, headers: undefined, delay: undefined };
    expect(resolveActivation(registry, { use: id, ...none }, none)).toEqual(resolveActivation(registry, id));
    expect(resolveActivation(registry, id, { params: { name: undefined } }).params).toEqual({ name: undefined });
  });
});

test.each<[string, unknown, unknown, string]>([
  ["nothing", undefined, undefined, "Unknown scenario: got undefined. Give a name."],
  ["null", null, undefined, "Unknown scenario: got null. Give a name."],
  ["no id", {}, undefined, "Unknown scenario: got an object. Give a name."],
  ["a list", ["oauth-ro/own"], undefined, "Unknown scenario: got an array. Give a name."],
  ["an id that is not a string", { use: 5 }, undefined, "Unknown scenario: got 5. Give a name."],
  [
    "an unknown id",
    { use: "oauth-ro/owm" },
    undefined,
    'Unknown scenario "oauth-ro/owm". Did you mean "oauth-ro/own"?',
  ],
  ["an unknown option", id, { dealy: 1 }, 'Unknown option "dealy" of "oauth-ro/own". Did you mean "delay"?'],
  [
    "one inside",
    { use: id, header: {} },
    undefined,
    'Unknown option "header" of "oauth-ro/own". Did you mean "headers"?',
  ],
  ["a second id", id, { use: "oauth-ro/live" }, 'Unknown option "use" of "oauth-ro/own".'],
  ["options that are not an object", id, 5, 'Invalid options of "oauth-ro/own": got 5. Give an object.'],
  ["options of null", id, null, 'Invalid options of "oauth-ro/own": got null. Give an object.'],
  ["params of null", id, { params: null }, 'Invalid params of "oauth-ro/own": got null. Give an object.'],
  ["headers in a list", id, { headers: [] }, 'Invalid headers of "oauth-ro/own": got an empty array. Give an object.'],
  ["an unknown param", id, { params: { nmae: 1 } }, 'Unknown param "nmae" of "oauth-ro/own". Did you mean "name"?'],
  [
    "a param of the object prototype",
    id,
    { params: JSON.parse('{"__proto__":"x"}') as object },
    'Unknown param "__proto__" of "oauth-ro/own".',
  ],
  [
    "a param of NaN",
    id,
    { params: { name: Number.NaN } },
    'Invalid param "name" of "oauth-ro/own": got NaN. Give a string or a finite number.',
  ],
  [
    "an infinite param",
    { use: id, params: { name: -Infinity } },
    undefined,
    'Invalid param "name" of "oauth-ro/own": got -Infinity. Give a string or a finite number.',
  ],
  [
    "a param of null",
    id,
    { params: { name: null } },
    'Invalid param "name" of "oauth-ro/own": got null. Give a string or a finite number.',
  ],
  [
    "a param of a scenario without params",
    "oauth-ro/live",
    { params: { name: 1 } },
    '"oauth-ro/live" has no params: "name" cannot be set. Leave params out.',
  ],
  [
    "an invalid header name",
    id,
    { headers: { "x a": "b" } },
    'Invalid header "x a" of "oauth-ro/own": HTTP does not allow this name. Use letters, digits and dashes.',
  ],
  [
    "a header that is not a string",
    id,
    { headers: { "x-a": 5 } },
    'Invalid header "x-a" of "oauth-ro/own": got 5. Give a string.',
  ],
  [
    "a param that makes a header invalid",
    "oauth-ro/too-many-requests",
    { params: { retryAfter: "1\r\nset-cookie: a=b" } },
    'Invalid header "retry-after" of "oauth-ro/too-many-requests": HTTP does not allow this value. Use plain ASCII, with no line breaks.',
  ],
  [
    "no delay",
    id,
    { delay: "long" },
    'Invalid delay of "oauth-ro/own": got "long". Give milliseconds from 0 up, "real" or "infinite".',
  ],
  [
    "a delay of null",
    id,
    { delay: null },
    'Invalid delay of "oauth-ro/own": got null. Give milliseconds from 0 up, "real" or "infinite".',
  ],
  [
    "an infinite number as a delay",
    id,
    { delay: Infinity },
    'Invalid delay of "oauth-ro/own": got Infinity. Give milliseconds from 0 up, "real" or "infinite".',
  ],
])("rejects %s", (_case, activation, options, message) => {
  expect(() => resolveActivation(registry, activation, options)).toThrow(new TypeError(message));
});

test.each(["constructor", "__proto__", "toString", "oauth-ro/constructor"])("rejects the name %s", (name) => {
  expect(() => resolveActivation(registry, name)).toThrow(new TypeError(`Unknown scenario "${name}".`));
});

import { describe, expect, test } from "vitest";
import { demoTenant } from "../../scenarios/demo-tenant.ts";
import { readOptions } from "./options.ts";

const user = { email: "a@example.com" };
const cyclic: Record<string, unknown> = {};
cyclic["inner"] = cyclic;

const activation = "a scenario id, { use: id, ...options }, or a list of these";
const milliseconds = 'milliseconds from 0 up, "real" or "infinite"';

test.each<[unknown, string]>([
  [null, "Invalid options: got null. Give an object."],
  ["demo.auth0.com", 'Invalid options: got "demo.auth0.com". Give an object.'],
  [{ doman: "x" }, 'Unknown option "doman". Did you mean "domain"?'],
  [{ handlers: [] }, 'Unknown option "handlers".'],
  [JSON.parse('{"__proto__":1}'), 'Unknown option "__proto__".'],
  [{ seed: null }, "Invalid seed: got null. Give a whole number."],
  [{ seed: 0.5 }, "Invalid seed: got 0.5. Give a whole number."],
  [{ seed: "1" }, 'Invalid seed: got "1". Give a whole number.'],
  [{ delay: -1 }, `Invalid delay: got -1. Give ${milliseconds}.`],
  [{ delay: Number.NaN }, `Invalid delay: got NaN. Give ${milliseconds}.`],
  [{ delay: "slow" }, `Invalid delay: got "slow". Give ${milliseconds}.`],
  [{ delay: null }, `Invalid delay: got null. Give ${milliseconds}.`],
  [{ tenant: null }, "Invalid tenant: got null. Give an object."],
  [{ tenant: { usres: [] } }, 'Unknown key "usres" in tenant. Did you mean "users"?'],
  [{ tenant: { users: null } }, "Invalid tenant.users: got null. Give an array."],
  [{ tenant: { users: [user, "b"] } }, 'Invalid tenant.users[1]: got "b". Give an object.'],
  [{ tenant: { users: [{ email: 5 }] } }, "Invalid tenant.users[0].email: got 5. Give a string."],
  [
    { tenant: { users: [{ password: 123_456 }] } },
    "Invalid tenant.users[0].password: got a value of type number. Give a string.",
  ],
  [{ tenant: { users: [{ provokes: 5 }] } }, `Invalid tenant.users[0].provokes: got 5. Give ${activation}.`],
  [
    { tenant: { users: [{ age: 5n }] } },
    "Invalid tenant.users[0].age: JSON cannot hold 5n. Give a value that JSON can hold.",
  ],
  [
    { tenant: { users: [{ friends: cyclic }] } },
    "Invalid tenant.users[0].friends: JSON cannot hold an object that contains itself. Give a value that JSON can hold.",
  ],
  [
    { tenant: { users: [{ deviceKeys: [5] }] } },
    "Invalid tenant.users[0].deviceKeys[0]: got 5. Give a public key: a JWK, or PEM as SPKI.",
  ],
  [
    { tenant: { clients: [{ clientId: "a" }] } },
    'Unknown key "clientId" in tenant.clients[0]. Did you mean "client_id"?',
  ],
  [
    { tenant: { clients: [{ client_id: "" }] } },
    'Invalid tenant.clients[0].client_id: got "". Give a string that is not empty.',
  ],
  [
    { tenant: { connections: [{ name: "a", strategy: "email", singup: false }] } },
    'Unknown key "singup" in tenant.connections[0]. Did you mean "signup"?',
  ],
  [
    { tenant: { connections: [{ name: "", strategy: "sms" }] } },
    'Invalid tenant.connections[0].name: got "". Give a string that is not empty.',
  ],
  [
    { tenant: { phoneNumbers: [{ phone_number: "+1", provoke: "oauth-ro/live" }] } },
    'Unknown key "provoke" in tenant.phoneNumbers[0]. Did you mean "provokes"?',
  ],
  [
    { tenant: { phoneNumbers: [{ phone_number: "+1" }] } },
    `Invalid tenant.phoneNumbers[0].provokes: got undefined. Give ${activation}.`,
  ],
  [
    { tenant: { endpoints: { "oauth-or": false } } },
    'Unknown key "oauth-or" in tenant.endpoints. Did you mean "oauth-ro"?',
  ],
  [{ tenant: { endpoints: { "oauth-ro": 0 } } }, 'Invalid tenant.endpoints["oauth-ro"]: got 0. Give true or false.'],
  [
    { tenant: { rateLimit: { limit: Number.NaN, windowSeconds: 1 } } },
    "Invalid tenant.rateLimit.limit: got NaN. Give a whole number from 0 up.",
  ],
  [
    { tenant: { rateLimit: { limit: -1, windowSeconds: 1 } } },
    "Invalid tenant.rateLimit.limit: got -1. Give a whole number from 0 up.",
  ],
  [
    { tenant: { rateLimit: { limit: 1.5, windowSeconds: 1 } } },
    "Invalid tenant.rateLimit.limit: got 1.5. Give a whole number from 0 up.",
  ],
  [
    { tenant: { rateLimit: { limit: 1, windowSeconds: 0 } } },
    "Invalid tenant.rateLimit.windowSeconds: got 0. Give a number of seconds above 0.",
  ],
  [
    { tenant: { rateLimit: { limit: 1, windowSeconds: Infinity } } },
    "Invalid tenant.rateLimit.windowSeconds: got Infinity. Give a number of seconds above 0.",
  ],
  [
    { tenant: { rateLimit: { limit: 1, windowSecond: 1 } } },
    'Unknown key "windowSecond" in tenant.rateLimit. Did you mean "windowSeconds"?',
  ],
  [{ otherRequests: "fail" }, 'Invalid otherRequests: got "fail". Give "pass", "warn" or "error".'],
])("rejects %o: %s", (options, message) => {
  expect(() => readOptions(options)).toThrow(new TypeError(message));
});

describe("readOptions", () => {
  test("fills in the defaults", () => {
    expect(readOptions({})).toEqual({
      domain: undefined,
      scenarios: undefined,
      tenant: {},
      delay: 0,
      seed: 1,
      otherRequests: "warn",
    });
  });

  test.each([
    { seed: -3, delay: 0.5 },
    { seed: 0, delay: "real" },
    { seed: Date.now(), delay: "infinite" },
    { otherRequests: "pass" },
    { otherRequests: "error" },
    { tenant: { rateLimit: { limit: 0, windowSeconds: 0.1 }, endpoints: { "oauth-ro": false } } },
    { tenant: { rateLimit: null } },
    { tenant: demoTenant },
  ])("returns what was given: %j", (options) => {
    expect(readOptions(options)).toMatchObject(options);
  });

  test("keeps other properties of a user and of a JWK", () => {
    const users = [{ email: "a@example.com", favorites: { color: null }, deviceKeys: [{ kty: "RSA", e: "AQAB" }] }];
    expect(readOptions({ tenant: { users } }).tenant).toEqual({ users });
  });

  test("ignores undefined", () => {
    const { tenant } = readOptions({
      delay: undefined,
      tenant: { users: [{ ...user, name: undefined, age: undefined }] },
    });
    expect(tenant).toEqual({ users: [user] });
  });

  test("returns a copy", () => {
    const age = { years: 5 };
    const options = {
      tenant: { users: [{ ...user, age }], clients: [{ client_id: "a" }], endpoints: { "oauth-ro": false } },
    };
    const { tenant } = readOptions(options);
    const before = structuredClone(tenant);
    age.years = 6;
    options.tenant.users.push({ email: "b@example.com", age });
    options.tenant.clients = [];
    options.tenant.endpoints["oauth-ro"] = true;
    expect(tenant).toEqual(before);
  });
});

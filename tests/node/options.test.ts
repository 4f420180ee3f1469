import { demoTenant, mockAuth0 } from "auth0-msw";
import { getResponse } from "msw";
import { describe, expect, test } from "vitest";
import { sendRequest, sendValid } from "../helpers/ask.ts";

const untyped = mockAuth0 as (options: unknown) => ReturnType<typeof mockAuth0>;

describe("mockAuth0 checks its options immediately", () => {
  test.each<[string, unknown, string]>([
    ["an unknown option", { doman: "a.example" }, 'Unknown option "doman". Did you mean "domain"?'],
    [
      "a domain with a scheme",
      { domain: "https://demo.auth0.com/" },
      'Invalid domain: got "https://demo.auth0.com/". Give a host without its scheme, and its port and path if it has them: "demo.eu.auth0.com" or "localhost:3000/auth0".',
    ],
    ["a delay below zero", { delay: -1 }, 'Invalid delay: got -1. Give milliseconds from 0 up, "real" or "infinite".'],
    [
      "a built-in scenario",
      { scenarios: { "oauth-ro": { "user-blocked": { status: 400 } } } },
      'Scenario "oauth-ro/user-blocked" is built in and cannot be replaced. Choose another name.',
    ],
    [
      "a scenario called live",
      { scenarios: { "oauth-ro": { live: { status: 400 } } } },
      'Scenario "oauth-ro/live" is built in and cannot be replaced. Choose another name.',
    ],
    [
      "an impossible status",
      { scenarios: { "oauth-ro": { odd: { status: 99 } } } },
      'Invalid scenarios["oauth-ro"].odd.status: got 99. Give a whole number from 200 to 599, or null for a network error.',
    ],
    ["a tenant with an unknown key", { tenant: { usres: [] } }, 'Unknown key "usres" in tenant. Did you mean "users"?'],
    [
      "a tenant that provokes an unknown scenario",
      { tenant: { users: [{ email: "a@example.com", provokes: "oauth-ro/user-bloked" }] } },
      'Invalid tenant.users[0].provokes: Unknown scenario "oauth-ro/user-bloked". Did you mean "oauth-ro/user-blocked"?',
    ],
    [
      "a tenant that provokes a scenario with an unknown option",
      {
        tenant: {
          phoneNumbers: [
            { phone_number: "+1", provokes: ["oauth-ro/live", { use: "passwordless-start/live", dealy: 1 }] },
          ],
        },
      },
      'Invalid tenant.phoneNumbers[0].provokes: Unknown option "dealy" of "passwordless-start/live". Did you mean "delay"?',
    ],
  ])("rejects %s", (_case, options, message) => {
    expect(() => untyped(options)).toThrow(new TypeError(message));
  });

  test("a tenant key that is undefined keeps the default", async () => {
    const auth0 = untyped({ tenant: { users: undefined, clients: undefined } });
    expect((await sendValid(auth0, "oauth-ro", { client_id: "any-other" })).status).toBe(200);
  });

  test("accepts the demo tenant", () => {
    expect(() => mockAuth0({ tenant: demoTenant })).not.toThrow();
  });
});

type Methods = Record<string, (...args: unknown[]) => unknown>;

test.each<[string, (auth0: Methods) => unknown, string]>([
  [
    "a name without its endpoint",
    (a) => a["use"]?.("user-blocked"),
    'Unknown scenario "user-blocked". Did you mean "oauth-ro/user-blocked"?',
  ],
  ["no name", (a) => a["use"]?.(), "Unknown scenario: got undefined. Give a name."],
  ["a name of the object prototype", (a) => a["use"]?.("constructor"), 'Unknown scenario "constructor".'],
  ["a name without a similar one", (a) => a["use"]?.("zzzzzzz"), 'Unknown scenario "zzzzzzz".'],
  [
    "an unknown option",
    (a) => a["use"]?.("oauth-ro/live", { dealy: 1 }),
    'Unknown option "dealy" of "oauth-ro/live". Did you mean "delay"?',
  ],
  [
    "an unknown option of once",
    (a) => a["once"]?.({ use: "oauth-ro/live" }, { dealy: 1 }),
    'Unknown option "dealy" of "oauth-ro/live". Did you mean "delay"?',
  ],
  [
    "a param of a scenario without params",
    (a) => a["once"]?.("oauth-ro/user-blocked", { params: { code: 1 } }),
    '"oauth-ro/user-blocked" has no params: "code" cannot be set. Leave params out.',
  ],
  ["no steps", (a) => a["sequence"]?.([]), "Invalid sequence: it is empty. Give at least one step."],
  [
    "steps that are not an array",
    (a) => a["sequence"]?.("oauth-ro/live"),
    'Invalid sequence: got "oauth-ro/live". Give an array.',
  ],
  [
    "an unknown second step",
    (a) => a["sequence"]?.(["oauth-ro/live", { use: "oauth-ro/liev" }]),
    'Unknown scenario "oauth-ro/liev". Did you mean "oauth-ro/live"?',
  ],
  [
    "an unknown option of a sequence",
    (a) => a["sequence"]?.(["oauth-ro/live"], { cylce: true }),
    'Unknown option "cylce" of a sequence. Did you mean "cycle"?',
  ],
  [
    "null as the options of a sequence",
    (a) => a["sequence"]?.(["oauth-ro/live"], null),
    "Invalid options of a sequence: got null. Give an object.",
  ],
  [
    "a cycle that is not a boolean",
    (a) => a["sequence"]?.(["oauth-ro/live"], { cycle: 2 }),
    "Invalid cycle of a sequence: got 2. Give true or false.",
  ],
  ["an unknown endpoint", (a) => a["active"]?.("oauth-rο"), 'Unknown endpoint "oauth-rο". Did you mean "oauth-ro"?'],
  ["no endpoint", (a) => a["active"]?.(), "Unknown endpoint: got undefined. Give a name."],
  [
    "an unknown endpoint of reset",
    (a) => a["reset"]?.("oauth-token"),
    'Unknown endpoint "oauth-token". Did you mean "oauth-ro"?',
  ],
  ["an empty name in reset", (a) => a["reset"]?.(""), 'Unknown endpoint "".'],
  ["an unknown endpoint of calls", (a) => a["calls"]?.("__proto__"), 'Unknown endpoint "__proto__".'],
  ["null in calls", (a) => a["calls"]?.(null), "Unknown endpoint: got null. Give a name."],
  ["an unknown endpoint of failures", (a) => a["failures"]?.("constructor"), 'Unknown endpoint "constructor".'],
  [
    "an unknown option of waitForCall",
    (a) => a["waitForCall"]?.("oauth-ro", { timeuot: 5 }),
    'Unknown option "timeuot" of waitForCall. Did you mean "timeout"?',
  ],
  [
    "a timeout that is not a number",
    (a) => a["waitForCall"]?.("oauth-ro", { timeout: Number.NaN }),
    "Invalid timeout: got NaN. Give milliseconds from 0 up, or Infinity.",
  ],
])("rejects %s and changes nothing", (_case, act, message) => {
  const auth0 = mockAuth0();
  auth0.use("oauth-ro/access-denied");
  expect(() => act(auth0 as never)).toThrow(new TypeError(message));
  expect(auth0.active("oauth-ro")).toBe("oauth-ro/access-denied");
});

describe("copies its arguments", () => {
  test("mockAuth0", async () => {
    const tenant = {
      clients: [{ client_id: "demo-client" }],
      users: [{ email: "ada@example.com", password: "right", favorites: ["red"] }],
    };
    const params = { message: "before" };
    const provokes = { use: "passwordless-start/sms-provider-error", params };
    const phoneNumbers = [{ phone_number: "+15005550001", provokes: [provokes] }];
    const own = { status: 418, body: { list: ["before"] } };
    const auth0 = untyped({ tenant: { ...tenant, phoneNumbers }, scenarios: { "oauth-ro": { own } } });
    tenant.clients.push({ client_id: "late-client" });
    tenant.users[0]?.favorites.push("blue");
    Object.assign(tenant.users[0] ?? {}, { password: "changed" });
    own.body.list.push("after");
    params.message = "after";
    provokes.use = "passwordless-start/live";
    own.status = 200;

    const body = { client_id: "demo-client", password: "right", scope: "openid favorites" };
    expect((await sendValid(auth0, "oauth-ro", { ...body, password: "changed" })).status).toBe(401);
    expect((await sendValid(auth0, "oauth-ro", { ...body, client_id: "late-client" })).status).not.toBe(200);
    const { status, json } = await sendValid(auth0, "oauth-ro", body);
    expect(status).toBe(200);
    const claims = String(json["id_token"]).split(".")[1] ?? "";
    expect(JSON.parse(Buffer.from(claims, "base64url").toString())).toMatchObject({ favorites: ["red"] });

    const sms = { connection: "sms", phone_number: "+15005550001", email: undefined };
    const { text } = await sendValid(auth0, "passwordless-start", sms);
    expect(text).toContain("before");

    auth0.use("oauth-ro/own" as "oauth-ro/live");
    expect(await sendRequest(auth0, "oauth-ro", {})).toMatchObject({ status: 418, text: '{"list":["before"]}' });
  });

  test("use, once and sequence", async () => {
    const auth0 = mockAuth0();
    const headers = { "x-a": "before" };
    const params = { code: 1 };
    const step = { use: "passwordless-start/sms-provider-error", params, headers } as const;
    const steps = [step, step];
    const receive = async () => {
      const { text, headers: received } = await sendValid(auth0, "passwordless-start");
      return [text.includes("21610"), received.get("x-a")];
    };
    auth0.sequence(steps);
    auth0.once(step);
    steps.pop();
    headers["x-a"] = "after";
    params.code = 21_610;
    for (let n = 0; n < 3; n += 1) expect(await receive()).toEqual([false, "before"]);
    auth0.use("passwordless-start/sms-provider-error", { params, headers });
    headers["x-a"] = "later";
    params.code = 1;
    expect(await receive()).toEqual([true, "after"]);
  });
});

test("use and once accept options next to an activation", async () => {
  const auth0 = mockAuth0();
  const activation = { use: "oauth-ro/user-blocked", headers: { "x-a": "1" } } as const;
  auth0.use(activation, { delay: "infinite" });
  auth0.once(activation, { headers: { "x-a": "2" } });
  expect((await sendValid(auth0, "oauth-ro")).headers.get("x-a")).toBe("2");
  const pending = sendValid(auth0, "oauth-ro");
  await auth0.waitForCall("oauth-ro");
  await auth0.waitForCall("oauth-ro");
  auth0.use("oauth-ro/live");
  expect((await pending).headers.get("x-a")).toBe("1");
});

describe("names of the object prototype", () => {
  const names = ["constructor", "toString", "__proto__"];

  test.each(names)("a custom scenario can be named %s", async (name) => {
    const scenarios = JSON.parse(`{"oauth-ro":{"${name}":{"status":418,"description":"own"}}}`) as unknown;
    const auth0 = untyped({ scenarios });
    auth0.use(`oauth-ro/${name}` as "oauth-ro/live");
    expect(await sendRequest(auth0, "oauth-ro", {})).toMatchObject({
      status: 418,
      call: { scenario: `oauth-ro/${name}` },
    });
    expect(auth0.scenarios.map(({ id }) => id)).toContain(`oauth-ro/${name}`);
  });

  test.each(["constructor", "toString"])("a param can be named %s", async (name) => {
    const own = { status: 418, body: `{${name}}`, params: { [name]: "default" } };
    const auth0 = untyped({ scenarios: { "oauth-ro": { own } } });
    auth0.once("oauth-ro/own" as "oauth-ro/live");
    auth0.use("oauth-ro/own" as "oauth-ro/live", { params: { [name]: "set" } as never });
    expect((await sendRequest(auth0, "oauth-ro", {})).text).toBe("default");
    expect((await sendRequest(auth0, "oauth-ro", {})).text).toBe("set");
  });
});

test("a mock with several domains answers only at these domains", async () => {
  const auth0 = mockAuth0({ domain: ["one.example:443", "localhost:3000/auth0/"] });
  auth0.use("oauth-ro/user-blocked");
  const statusAt = async (url: string) =>
    (await getResponse(auth0.handlers, new Request(url, { method: "POST" })))?.status;
  expect(await statusAt("https://one.example/oauth/ro")).toBe(401);
  expect(await statusAt("http://localhost:3000/auth0/oauth/ro?a=b")).toBe(401);
  expect(await statusAt("http://one.example/oauth/ro")).toBeUndefined();
  expect(await statusAt("http://localhost:3000/oauth/ro")).toBeUndefined();
  expect(await statusAt("https://two.example/oauth/ro")).toBeUndefined();
});

test("twenty entries of the demo tenant provoke a scenario", () => {
  const { clients, connections, users, phoneNumbers } = demoTenant;
  const provoking = [...clients, ...connections, ...users, ...phoneNumbers].filter(({ provokes }) => provokes);
  expect(provoking).toHaveLength(20);
});

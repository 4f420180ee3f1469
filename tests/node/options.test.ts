import { demoTenant, mockAuth0 } from "auth0-msw";
import { expect, test } from "vitest";

const loose = mockAuth0 as (options: unknown) => ReturnType<typeof mockAuth0>;

test.each<[string, unknown, string]>([
  [
    "a domain with a scheme",
    { domain: "https://demo.auth0.com/" },
    'Invalid domain "https://demo.auth0.com/". Give the host name alone, such as "demo.eu.auth0.com".',
  ],
  ["a delay below zero", { delay: -1 }, 'Invalid delay -1. Give milliseconds from 0 up, "real" or "infinite".'],
  [
    "a scenario that is built in",
    { scenarios: { "oauth-ro": { "user-blocked": { status: 400 } } } },
    'Scenario "oauth-ro/user-blocked" is built in and cannot be replaced. Choose another name.',
  ],
  [
    "a scenario called live",
    { scenarios: { "oauth-ro": { live: { status: 400 } } } },
    'Scenario "oauth-ro/live" is built in and cannot be replaced. Choose another name.',
  ],
  [
    "scenarios of an unknown endpoint",
    { scenarios: { "oauth-token": {} } },
    'Unknown endpoint "oauth-token". Did you mean "oauth-ro"?',
  ],
  [
    "a status that no answer can have",
    { scenarios: { "oauth-ro": { odd: { status: 99 } } } },
    'Scenario "oauth-ro/odd" has the status 99. Give a whole number from 200 to 599, or null for a network error.',
  ],
  [
    "a tenant that provokes what nobody knows",
    { tenant: { users: [{ email: "a@example.com", provokes: "oauth-ro/user-bloked" }] } },
    'Unknown scenario "oauth-ro/user-bloked". Did you mean "oauth-ro/user-blocked"?',
  ],
])("%s is refused", (_case, options, message) => {
  expect(() => loose(options)).toThrow(new TypeError(message));
});

test.each<[string, (auth0: Record<string, (...given: unknown[]) => unknown>) => unknown, string]>([
  [
    "a name without its endpoint",
    (a) => a["use"]?.("user-blocked"),
    'Unknown scenario "user-blocked". Did you mean "oauth-ro/user-blocked"?',
  ],
  ["no name", (a) => a["use"]?.(), "Unknown scenario: expected a name, got a value of type undefined."],
  ["a name of the object prototype", (a) => a["use"]?.("constructor"), 'Unknown scenario "constructor".'],
  [
    "a param that the scenario lacks",
    (a) => a["use"]?.("passwordless-start/sms-provider-error", { params: { cod: 1 } }),
    'Unknown param of "passwordless-start/sms-provider-error" "cod". Did you mean "code"?',
  ],
  [
    "a param where there are none",
    (a) => a["once"]?.("oauth-ro/user-blocked", { params: { code: 1 } }),
    '"oauth-ro/user-blocked" has no params: "code" cannot be set. Leave params out.',
  ],
  [
    "a param of a wrong type",
    (a) => a["use"]?.("passwordless-start/sms-provider-error", { params: { code: {} } }),
    'Invalid param "code" of "passwordless-start/sms-provider-error": it is of type object. Give a string or a number.',
  ],
  [
    "a header that HTTP does not allow",
    (a) => a["use"]?.("oauth-ro/too-many-requests", { params: { retryAfter: "1\r\nset-cookie: a=b" } }),
    'Invalid header of "oauth-ro/too-many-requests": HTTP does not allow it. Use plain ASCII, with no line breaks.',
  ],
  ["no steps", (a) => a["sequence"]?.([]), "A sequence needs at least one step."],
  [
    "a delay that is none",
    (a) => a["use"]?.("oauth-ro/live", { delay: "long" }),
    'Invalid delay "long". Give milliseconds from 0 up, "real" or "infinite".',
  ],
  ["an unknown endpoint", (a) => a["active"]?.("oauth-rο"), 'Unknown endpoint "oauth-rο". Did you mean "oauth-ro"?'],
  ["calls of an unknown endpoint", (a) => a["calls"]?.("start"), 'Unknown endpoint "start".'],
  ["failures of an unknown endpoint", (a) => a["failures"]?.("start"), 'Unknown endpoint "start".'],
])("%s is refused, and nothing is changed", (_case, act, message) => {
  const auth0 = mockAuth0();
  auth0.use("oauth-ro/access-denied");
  expect(() => act(auth0 as never)).toThrow(message);
  expect(auth0.active("oauth-ro")).toBe("oauth-ro/access-denied");
});

test("a tenant key of undefined is one left out", () => {
  expect(() => loose({ tenant: { users: undefined } })).not.toThrow();
});

test("the demo tenant's entries are each named for what they provoke", () => {
  const { clients, connections, users, phoneNumbers } = demoTenant;
  const provoking = [...clients, ...connections, ...users, ...phoneNumbers].filter(({ provokes }) => provokes);
  expect(provoking).toHaveLength(20);
});

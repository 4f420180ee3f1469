import { inspect } from "node:util";
import { mockAuth0, type MockAuth0, type SessionEvent } from "auth0-msw";
import { describe, expect, test } from "vitest";
import { sendRequest, type SendOptions, untypedMock } from "../../tests/helpers/ask.ts";
import { toHaveAnswered } from "../runner/to-have-answered.ts";

/** A secret that must never be shown. It does not look like a token. */
const canary = "canary7f3a";

/** Everything that shows the calls of a mock, as text. */
async function shownBy(auth0: MockAuth0, events: readonly SessionEvent[]): Promise<string> {
  const calls = auth0.calls();
  await auth0.waitForCall("oauth-ro");
  const late = (await auth0.waitForCall("oauth-ro", { timeout: 1 }).catch((error: unknown) => error)) as Error;
  return [
    JSON.stringify(calls),
    JSON.stringify(events),
    ...calls.flatMap((call) => [
      inspect(call, { depth: Infinity, showHidden: true }),
      JSON.stringify(call.body),
      JSON.stringify(Object.entries(call)),
    ]),
    late.message,
    late.stack ?? "",
    toHaveAnswered(auth0, "oauth-ro/user-blocked").message(),
  ].join("\n");
}

const json = { "content-type": "application/json" };
const form = { "content-type": "application/x-www-form-urlencoded" };
const request = { client_id: "demo-client", grant_type: "password", username: "ada@example.com" };
const url = "https://demo.eu.auth0.com/oauth/ro";

test.each<[string, unknown, SendOptions]>([
  ["a JSON body", { ...request, password: canary, clientSecret: canary, newPassword: canary }, {}],
  ["names in capitals", { PASSWORD: canary, Id_Token: canary }, {}],
  ["a nested body", { authParams: { refresh_token: canary, list: [{ otp: canary }] } }, {}],
  ["a list", [{ password: canary }], {}],
  ["JSON with the media type of a form", JSON.stringify({ ...request, password: canary }), { headers: form }],
  ["JSON with another media type", JSON.stringify({ password: canary }), { headers: { "content-type": "text/plain" } }],
  ["JSON that ends early", `{"password":"${canary}"`, { headers: json }],
  ["JSON that ends early, as a form", `{"password":"${canary}"`, { headers: form }],
  ["JavaScript that is not JSON, as a form", `{'password':'${canary}'}`, { headers: form }],
  ["JSON inside a JSON string", JSON.stringify(JSON.stringify({ password: canary })), {}],
  ["a form", `a=1&password=${canary}`, { headers: form }],
  ["a form with nested names", `authParams[client_secret]=${canary}`, { headers: form }],
  ["a form with a parameter twice, masked", `a=1&a=2&password=${canary}`, { headers: form }],
  ["a form with invalid encoding", `a=%ff&password=${canary}`, { headers: form }],
  ["a query", request, { url: `${url}?password=${canary}&access_token=${canary}` }],
  ["a fragment", request, { url: `${url}#access_token=${canary}` }],
  ["a header", request, { headers: { ...json, authorization: `Bearer ${canary}`, cookie: `sid=${canary}` } }],
  ["a link in a body", { ...request, redirect: `https://a.example/?code=${canary}` }, {}],
  ["no UTF-8", `\u{d800}{"password":"${canary}"}`, { headers: json }],
])("masks the secret everywhere: %s", async (_case, body, options) => {
  const auth0 = mockAuth0();
  const events: SessionEvent[] = [];
  auth0.subscribe((event) => events.push(event));
  await sendRequest(auth0, "oauth-ro", body, options);
  expect(await shownBy(auth0, events)).not.toContain(canary);
  // The request itself is unchanged.
  const { request: kept } = auth0.calls()[0] ?? {};
  const sent = JSON.stringify([kept?.url, [...(kept?.headers ?? [])], await kept?.text()]);
  expect(sent).toContain(canary);
});

test("names the unknown properties of a passwordless-start request, and masks their values", async () => {
  const auth0 = mockAuth0();
  const text = JSON.stringify({ client_id: "demo-client", connection: "email", password: canary });
  const { json: answer, call } = await sendRequest(auth0, "passwordless-start", text, { headers: form });
  expect(answer["error"]).toBe("bad.request");
  expect(JSON.stringify(call) + inspect(call)).not.toContain(canary);
});

describe("a response", () => {
  test.each<[string, Record<string, unknown>]>([
    ["with a token in a text", { status: 200, body: `access_token=${canary}&token_type=Bearer` }],
    ["of JSON", { status: 200, body: { accessToken: canary, user: { apiKey: canary } } }],
    ["with JSON in a text", { status: 200, body: `{"refresh_token":"${canary}"}` }],
    ["with secret headers", { status: 200, headers: { "Set-Cookie": canary, "X-Auth-Token": canary } }],
    ["that redirects", { status: 302, headers: { location: `https://a.example/#id_token=${canary}` } }],
  ])("%s is masked", async (_case, own) => {
    const auth0 = untypedMock({ scenarios: { "oauth-ro": { own } } });
    const events: SessionEvent[] = [];
    auth0.subscribe((event) => events.push(event));
    (auth0.use as (id: string) => void)("oauth-ro/own");
    await sendRequest(auth0, "oauth-ro", request);
    const response = auth0.calls()[0]?.response;
    expect(JSON.stringify([...(response?.headers ?? [])]) + (await response?.text())).toContain(canary);
    expect(await shownBy(auth0, events)).not.toContain(canary);
  });
});

test("reads, answers and shows a body nested a hundred thousand levels deep", async () => {
  const auth0 = mockAuth0();
  const nested = "[".repeat(100_000) + "]".repeat(100_000);
  for (const endpoint of ["oauth-ro", "passwordless-start"] as const) {
    for (const name of ["scope", "email", "send", "authParams", "connection"]) {
      const text = `{"client_id":"demo-client","connection":"email","email":"a@b.co","${name}":${nested}}`;
      const { status, call } = await sendRequest(auth0, endpoint, text);
      expect(status, `${endpoint} ${name}`).toBeLessThan(500);
      expect(JSON.stringify(call)).toContain("[nested too deeply to be shown]");
    }
  }
});

test.each<[string, string, SendOptions, unknown]>([
  ["JSON", '{"a":{"password":"x"}}', {}, { a: { password: "[masked]" } }],
  ["JSON sent as a form", '{"a":1}', { headers: form }, { a: 1 }],
  ["a form", "a=1&b[c]=2&password=x", { headers: form }, { a: "1", b: { c: "2" }, password: "[masked]" }],
  ["a form with a parameter twice", "a=1&a=2", { headers: form }, { a: "2" }],
  ["a form whose value starts with a brace", "a={", { headers: form }, { a: "{" }],
  ["a text", "hello", { headers: json }, "[5 characters that are not a JSON object]"],
  ["a number", "12", { headers: json }, "[2 characters that are not a JSON object]"],
])("shows the parsed body of %s", async (_case, text, options, body) => {
  const auth0 = mockAuth0();
  const { call } = await sendRequest(auth0, "oauth-ro", text, options);
  expect(call.body).toEqual(body);
  expect(call.toJSON().request.body).toEqual(body);
});

test("prints as its record", async () => {
  const auth0 = mockAuth0();
  const { call } = await sendRequest(auth0, "oauth-ro", { password: canary });
  expect(inspect(call)).toBe(inspect(call.toJSON()));
  expect(call.toJSON().response?.body).toEqual({ error: "invalid_request", error_description: expect.any(String) });
});

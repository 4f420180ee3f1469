import type { Endpoint, MockAuth0 } from "auth0-msw";
import { afterEach, expect, test } from "vitest";
import { auth0 } from "../../examples/custom-scenarios/auth0-mock.ts";
import { limited, strict, withGrace, withoutPasswords } from "../../examples/custom-scenarios/tenants.ts";
import { type Received, sendValid, claimsIn } from "../helpers/ask.ts";

afterEach(() => auth0.reset());

const sendTo = (
  host: string,
  mock: unknown,
  changes: Record<string, unknown> = {},
  endpoint: Endpoint = "oauth-ro",
) => {
  const path = endpoint === "oauth-ro" ? "/oauth/ro" : "/passwordless/start";
  return sendValid(mock as MockAuth0, endpoint, changes, { url: `https://${host}.eu.auth0.com${path}` });
};
const scenarioOf = ({ call }: Received): string => call.scenario;

test("custom scenarios answer with their status, body and headers", async () => {
  await import("../../examples/custom-scenarios/switch.ts");
  const terms = await sendTo("demo", auth0);
  expect(terms.status).toBe(403);
  expect(terms.json).toEqual({ error: "terms_changed", error_description: "Accept the terms of 1 June first." });

  const full = await sendTo("demo", auth0, {}, "passwordless-start");
  expect(full.status).toBe(503);
  expect(full.json).toEqual({ error: "queue_full", retry_in: "5 s" });
  expect(full.headers.get("retry-after")).toBe("5");
  expect(full.headers.get("x-request-id")).toBe("42");

  auth0.use("passwordless-start/proxy-page");
  const page = await sendTo("demo", auth0, {}, "passwordless-start");
  expect(page.text).toBe("<h1>Bad gateway</h1>");
  expect(page.headers.get("content-type")).toBe("text/html");
});

test("failures() lists the custom failures", () => {
  const own = auth0.failures().map(({ id }) => id);
  expect(own).toEqual(expect.arrayContaining(["oauth-ro/terms-changed", "passwordless-start/queue-full"]));
  expect(own).not.toContain("passwordless-start/proxy-page");
});

test("users provoke custom scenarios", async () => {
  expect((await sendTo("demo", auth0, { username: "grace@example.com", password: "secret" })).status).toBe(200);
  const joan = await sendTo("demo", auth0, { username: "joan@example.com", password: "any" });
  expect(joan.json["error_description"]).toBe("Accept the terms of 1 May first.");
  const edith = await sendTo("demo", auth0, { username: "edith@example.com", password: "any" });
  expect(edith.json["error_description"]).toBe("Accept the terms of 1 June first.");
});

test("tenants can have limits, disabled endpoints, clients and users", async () => {
  for (let n = 0; n < 5; n++) expect(scenarioOf(await sendTo("limited", limited))).toBe("oauth-ro/success");
  expect(scenarioOf(await sendTo("limited", limited))).toBe("oauth-ro/too-many-requests");

  expect(scenarioOf(await sendTo("passwordless", withoutPasswords))).toBe("oauth-ro/not-found");

  expect(scenarioOf(await sendTo("strict", strict, { client_id: "web-app" }))).toBe("oauth-ro/success");
  expect(scenarioOf(await sendTo("strict", strict, { client_id: "demo-client" }))).toBe("oauth-ro/invalid-client");
  expect(scenarioOf(await sendTo("strict", strict, { client_id: "old-app" }))).toBe("oauth-ro/grant-not-allowed");
  const server = await sendTo("strict", strict, { client_id: "server" }, "passwordless-start");
  expect(scenarioOf(server)).toBe("passwordless-start/client-authentication-required");

  const grace = { username: "grace@example.com", password: "secret", scope: "openid profile plan" };
  const claims = claimsIn(await sendTo("grace", withGrace, grace));
  expect(claims).toMatchObject({ name: "Grace Hopper", plan: "gold" });
});

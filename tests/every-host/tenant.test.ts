import { transports, serve } from "#host";
import { mockAuth0 } from "auth0-msw";
import { afterEach, describe, expect, test, vi } from "vitest";
import { fromExample, json, valid } from "../helpers/requests.ts";

const auth0 = mockAuth0();
const own = mockAuth0({
  domain: "own.auth0.com",
  scenarios: {
    "oauth-ro": {
      "terms-changed": { status: 403, error: "terms", description: "Accept {what}", params: { what: "the terms" } },
    },
  },
  tenant: {
    clients: [{ client_id: "own-client", client_secret: "c2VjcmV0" }],
    connections: [
      { name: "staff", strategy: "auth0" },
      {
        name: "partners",
        strategy: "auth0",
        provokes: { use: "oauth-ro/connection-disabled", headers: { "x-why": "closed" } },
      },
    ],
    users: [
      { email: "grace@example.com" },
      {
        email: "joan@example.com",
        password: "secret",
        provokes: { use: "oauth-ro/terms-changed", params: { what: "them" } },
      },
      { username: "katherine", password: "secret", connection: "elsewhere" },
    ],
  },
});
const limited = mockAuth0({ domain: "limited.auth0.com", tenant: { rateLimit: { limit: 2, windowSeconds: 60 } } });
serve([...own.handlers, ...limited.handlers, ...auth0.handlers]);
afterEach(() => {
  vi.useRealTimers();
  for (const each of [auth0, own, limited]) each.reset();
});

describe.each(Object.entries(transports))("through %s", (_name, send) => {
  const signIn = async (changes: Record<string, unknown>) => json(await send(valid("oauth-ro", changes)));
  const start = async (changes: Record<string, unknown>) => json(await send(valid("passwordless-start", changes)));

  test("ten wrong passwords in a row lock the user; a successful sign-in resets the count", async () => {
    for (let attempt = 1; attempt <= 9; attempt += 1) {
      expect(await signIn({ password: "nope" })).toMatchObject({ error: "invalid_user_password" });
    }
    expect(await signIn({})).toHaveProperty("access_token");
    for (let attempt = 1; attempt <= 10; attempt += 1) {
      expect(await signIn({ password: "nope" })).toMatchObject({ error: "invalid_user_password" });
    }
    expect(await signIn({})).toMatchObject({ error: "too_many_attempts" });
    expect(await signIn({ username: "somebody@example.com" })).toMatchObject({ error: "invalid_user_password" });
    auth0.reset();
    expect(await signIn({})).toHaveProperty("access_token");
  });

  test.each([
    ["email", "email", "ada@example.com", "Wrong email or verification code."],
    ["sms", "phone_number", "+15555550100", "Wrong phone number or verification code."],
  ])("a code of the connection %s signs in, once", async (connection, field, address, wrong) => {
    const request = { connection, email: undefined, [field]: address };
    expect(await start(request)).toHaveProperty("_id");
    const code = auth0.inbox.latest(address)?.code;
    expect(code).toMatch(/^\d{6}$/);
    const withCode = { connection, username: address, password: code };
    expect(await signIn({ ...withCode, password: "000000" })).toEqual({
      error: "invalid_user_password",
      error_description: wrong,
    });
    expect(await signIn(withCode)).toHaveProperty("id_token");
    expect(await signIn(withCode)).toMatchObject({ error: "invalid_user_password" });
  });

  test("after three wrong codes the right one is rejected too", async () => {
    await start({});
    const withCode = { connection: "email", username: "ada@example.com", password: auth0.inbox.latest()?.code };
    for (let attempt = 1; attempt <= 3; attempt += 1) await signIn({ ...withCode, password: "000000" });
    expect(await signIn(withCode)).toMatchObject({ error: "invalid_user_password" });
    expect(auth0.calls("oauth-ro").at(-1)?.scenario).toBe("oauth-ro/too-many-code-attempts");
  });

  test("a code works for three minutes", async () => {
    vi.useFakeTimers({ toFake: ["Date"], now: Date.now() });
    await start({});
    const message = auth0.inbox.latest();
    const withCode = { connection: "email", username: "ada@example.com", password: message?.code };
    expect((message?.expiresAt ?? 0) - (message?.sentAt ?? 0)).toBe(180_000);
    vi.setSystemTime(message?.expiresAt ?? 0);
    expect(await signIn(withCode)).toMatchObject({ error: "invalid_user_password" });
    expect(auth0.calls("oauth-ro")[0]?.reason).toBe("the code is expired");
    vi.setSystemTime((message?.expiresAt ?? 0) - 1);
    expect(await signIn(withCode)).toHaveProperty("access_token");
  });

  test("a link with the code is sent by default and when send is null", async () => {
    for (const kind of [undefined, null, "link", "link_ios", "link_android"]) {
      await start({ send: kind });
      const { link = "", code } = auth0.inbox.latest("ADA@example.com") ?? {};
      const query = new URL(link).searchParams;
      expect(link).toMatch(/^https:\/\/demo\.eu\.auth0\.com\/passwordless\/verify_redirect\?/);
      expect(query.get("verification_code")).toBe(code);
      expect(query.get("email")).toBe("ada@example.com");
    }
    await start({});
    expect(auth0.inbox.latest()).not.toHaveProperty("link");
    expect(auth0.inbox.messages).toHaveLength(6);
  });

  test("an unknown address signs up, and stays the same user", async () => {
    const first = await start({ email: "new@example.com" });
    expect(first).toEqual({
      _id: expect.stringMatching(/^[\da-f]{24}$/),
      email: "new@example.com",
      email_verified: false,
    });
    await signIn({ connection: "email", username: "new@example.com", password: auth0.inbox.latest()?.code });
    expect(await start({ email: "new@example.com" })).toEqual({ ...first, email_verified: true });
  });

  test("a custom tenant is merged over the demo tenant key by key", async () => {
    const at = {
      host: "own.auth0.com",
      method: "POST",
      path: "/oauth/ro",
      headers: { "content-type": "application/json" },
    };
    const body = {
      client_id: "own-client",
      grant_type: "password",
      connection: "staff",
      username: "grace@example.com",
      password: "any",
    };
    const request = async (changes: Record<string, unknown>) =>
      send(fromExample({ ...at, body: { ...body, ...changes } }));
    expect(json(await request({}))).toHaveProperty("access_token");
    expect(json(await request({ client_id: "demo-client" }))).toMatchObject({ error: "unauthorized_client" });
    expect(json(await request({ connection: "email" }))).toMatchObject({
      error_description: "the connection was not found",
    });
    expect((await request({ connection: "partners" })).body).toContain("the connection was disabled");
    expect(json(await request({ username: "katherine" }))).toMatchObject({ error: "invalid_user_password" });
    expect(json(await request({ username: "joan@example.com", password: "nope" }))).toMatchObject({
      error: "invalid_user_password",
    });
    expect(json(await request({ username: "joan@example.com", password: "secret" }))).toEqual({
      error: "terms",
      error_description: "Accept them",
    });
    expect(own.calls().at(-1)).toMatchObject({
      scenario: "oauth-ro/terms-changed",
      reason: "the user joan@example.com provokes it",
    });
    expect(auth0.calls()).toEqual([]);
  });

  test("a rate limit counts down, rejects, and starts again", async () => {
    vi.useFakeTimers({ toFake: ["Date"], now: Date.now() });
    const example = limited.scenarios.find(({ id }) => id === "oauth-ro/success")?.example;
    if (!example) throw new Error("No example.");
    const request = () => send(fromExample({ ...example, host: "limited.auth0.com" }));
    expect((await request()).headers).toMatchObject({ "x-ratelimit-limit": "2", "x-ratelimit-remaining": "1" });
    expect((await request()).headers).toMatchObject({ "x-ratelimit-remaining": "0" });
    const rejected = await request();
    expect(rejected.status).toBe(429);
    expect(rejected.headers).toMatchObject({
      "retry-after": "60",
      "x-ratelimit-limit": "2",
      "x-ratelimit-remaining": "0",
    });
    vi.setSystemTime(Date.now() + 60_000);
    expect((await request()).status).toBe(200);
  });

  test("a success that is switched on signs in any user and sends a code to any address", async () => {
    auth0.use("oauth-ro/success");
    const unknown = await signIn({
      username: "stranger@example.com",
      client_id: undefined,
      scope: "openid profile email",
    });
    const claims = JSON.parse(
      atob(String(unknown["id_token"]).split(".")[1]?.replaceAll("-", "+").replaceAll("_", "/") ?? ""),
    );
    expect(claims).toMatchObject({
      sub: expect.stringMatching(/^auth0\|[\da-f]{24}$/),
      email: "stranger@example.com",
      name: expect.any(String),
    });
    auth0.use("passwordless-start/success");
    expect(await start({ connection: undefined, email: "stranger@example.com" })).toMatchObject({
      email: "stranger@example.com",
    });
    expect(auth0.inbox.latest("stranger@example.com")?.code).toMatch(/^\d{6}$/);
    expect((await send({ ...valid("passwordless-start"), body: "" })).status).toBe(200);
  });
});

import { mockAuth0 } from "auth0-msw";
import { afterEach, describe, expect, test } from "vitest";
import { ask, type Asked, askValid, claimsIn } from "../../tests/helpers/ask.ts";

const auth0 = mockAuth0();
afterEach(() => auth0.reset());

const sms = { client_id: "demo-client", connection: "sms", phone_number: "+15555550100" };

async function linkOf(changes: Record<string, unknown>): Promise<URL> {
  await askValid(auth0, "passwordless-start", { send: "link", ...changes });
  return new URL(auth0.inbox.latest()?.link ?? "none was sent");
}

describe("a link", () => {
  test("carries the authParams as they were sent", async () => {
    const authParams = {
      scope: "openid profile",
      redirect_uri: "https://app.example.com/callback?a=1&b=2",
      response_type: "token id_token",
      state: "k9~.-_x",
      nonce: "5NTA8Lj9",
      protocol: "oauth2",
    };
    const { pathname, searchParams } = await linkOf({ authParams });
    const code = auth0.inbox.latest()?.code;
    expect(pathname).toBe("/passwordless/verify_redirect");
    expect(Object.fromEntries(searchParams)).toEqual({
      client_id: "demo-client",
      connection: "email",
      email: "ada@example.com",
      verification_code: code,
      ...authParams,
    });
  });

  test("is overridden by authParams of the same name", async () => {
    const { searchParams } = await linkOf({ authParams: { client_id: "other-client" } });
    expect(searchParams.getAll("client_id")).toEqual(["other-client"]);
  });

  test.each([
    ["null", null],
    ["no object", {}],
    ["values of null", { scope: null }],
  ])("does without authParams: %s", async (_case, authParams) => {
    const { searchParams } = await linkOf({ authParams });
    expect([...searchParams.keys()]).toEqual(["client_id", "connection", "email", "verification_code"]);
  });

  test("has the client of the request, forced or not", async () => {
    auth0.use("passwordless-start/success");
    const { searchParams } = await linkOf({ client_id: "any-client", authParams: { scope: "openid" } });
    expect(searchParams.get("client_id")).toBe("any-client");
    expect(searchParams.get("scope")).toBe("openid");
  });

  test("carries the nested names of a form, as auth0-js 4 to 7 send them", async () => {
    const text =
      "client_id=demo-client&connection=email&send=link&email=ada%40example.com" +
      "&authParams%5Bredirect_uri%5D=https%3A%2F%2Fapp.example.com%2F&authParams[response_type]=token";
    const headers = { "content-type": "application/x-www-form-urlencoded" };
    const { status } = await ask(auth0, "passwordless-start", text, { headers });
    expect(status).toBe(200);
    const { searchParams } = new URL(auth0.inbox.latest()?.link ?? "none was sent");
    expect(searchParams.get("redirect_uri")).toBe("https://app.example.com/");
    expect(searchParams.get("response_type")).toBe("token");
  });

  test.each(["link", "link_ios", undefined, null, "code"])("is never sent by SMS: send %j", async (send) => {
    for (const forced of ["passwordless-start/live", "passwordless-start/success"] as const) {
      auth0.use(forced);
      const { status } = await ask(auth0, "passwordless-start", { ...sms, send });
      expect(status).toBe(200);
      expect(auth0.inbox.latest("+15555550100")).not.toHaveProperty("link");
      expect(auth0.inbox.latest("+15555550100")?.code).toMatch(/^\d{6}$/);
    }
  });
});

test("the captcha can be wrong, at any connection", async () => {
  const answer = await askValid(auth0, "passwordless-start", { captcha: "wrong" });
  expect(answer.status).toBe(401);
  expect(answer.json).toEqual({ error: "invalid_captcha", error_description: "Invalid captcha value." });
  expect((await askValid(auth0, "passwordless-start", { captcha: "right" })).status).toBe(200);
});

test.each<[string, unknown, string]>([
  ["a list", ["a@b.co"], 'error in email - email format validation failed: ["a@b.co"]'],
  ["a number", 7, "error in email - email format validation failed: 7"],
  ["an empty text", "", "error in email - email format validation failed: "],
])("%s is no email", async (_case, email, error_description) => {
  const { json } = await askValid(auth0, "passwordless-start", { email });
  expect(json).toEqual({ error: "bad.email", error_description });
});

test.each<[Record<string, unknown>, string]>([
  [{ connection: "email", email: null }, "missing-email"],
  [{ connection: "sms", phone_number: null }, "missing-phone-number"],
  [{ connection: "sms", phone_number: 15_555_550_100 }, "invalid-phone-number"],
  [{ connection: "sms", phone_number: "+1234567890123456" }, "invalid-phone-number"],
  [{ connection: "sms", phone_number: "x+1555" }, "invalid-phone-number"],
  [{ connection: "sms", phone_number: "+1555x" }, "invalid-phone-number"],
  [{ connection: "sms", phone_number: "+1" }, "success"],
  [{ connection: "email", email: "a@b.co", send: "link_android" }, "success"],
  [{ connection: "email", email: "a@b.co", send: "" }, "invalid-send"],
  [{ connection: "email", email: "a@b.co", authParams: [] }, "invalid-auth-params"],
])("%j is answered with %s", async (fields, name) => {
  const { call } = await ask(auth0, "passwordless-start", { client_id: "demo-client", ...fields });
  expect(call.scenario).toBe(`passwordless-start/${name}`);
});

test("an address that was never seen is not verified, until its code signs in", async () => {
  const unknown = { email: "new@example.com" };
  expect((await askValid(auth0, "passwordless-start", unknown)).json).toMatchObject({ email_verified: false });
  const password = auth0.inbox.latest("new@example.com")?.code;
  await askValid(auth0, "oauth-ro", { connection: "email", username: "new@example.com", password });
  expect((await askValid(auth0, "passwordless-start", unknown)).json).toMatchObject({ email_verified: true });
});

test("a known address signs in where signup is off", async () => {
  const { call } = await askValid(auth0, "passwordless-start", { connection: "no-signup-email" });
  expect(call.scenario).toBe("passwordless-start/success");
});

test("an empty client_secret is none", async () => {
  expect((await askValid(auth0, "passwordless-start", { client_secret: "" })).status).toBe(200);
  const { call } = await askValid(auth0, "passwordless-start", { client_id: "confidential-client", client_secret: "" });
  expect(call.scenario).toBe("passwordless-start/client-authentication-required");
});

describe("a number", () => {
  const start = (): Promise<Asked> => ask(auth0, "passwordless-start", sms);

  test("of a user says whether it was verified", async () => {
    const users = [{ phone_number: "+15555550100", phone_verified: false }];
    const own = mockAuth0({ tenant: { users } });
    expect((await ask(own, "passwordless-start", sms)).json).toMatchObject({ phone_verified: false });
    expect((await start()).json).toMatchObject({ phone_verified: true });
  });

  test("is verified by a sign-in with its code", async () => {
    const unknown = { ...sms, phone_number: "+15555550177" };
    expect((await ask(auth0, "passwordless-start", unknown)).json).toMatchObject({ phone_verified: false });
    const password = auth0.inbox.latest("+15555550177")?.code;
    const scope = "openid phone";
    const changes = { connection: "sms", username: "+15555550177", password, scope };
    expect(claimsIn(await askValid(auth0, "oauth-ro", changes))).toMatchObject({
      phone_number: "+15555550177",
      phone_number_verified: true,
    });
    expect((await ask(auth0, "passwordless-start", unknown)).json).toMatchObject({ phone_verified: true });
  });
});

test("a user's id is the sub only at its own strategy", async () => {
  const own = mockAuth0({ tenant: { users: [{ user_id: "auth0|one", email: "u@example.com" }] } });
  const signIn = (connection: string): Promise<Asked> =>
    askValid(own, "oauth-ro", { username: "u@example.com", connection });
  expect(claimsIn(await signIn("Username-Password-Authentication")).sub).toBe("auth0|one");
  expect(claimsIn(await signIn("adfs")).sub).toMatch(/^adfs\|[\da-f]{24}$/);
  const { json } = await askValid(own, "passwordless-start", { email: "u@example.com" });
  expect(json["_id"]).not.toBe("one");
});

describe("a forced success", () => {
  test.each<[string, unknown]>([
    ["a connection that is an object", { connection: { toString: 1 } }],
    ["a connection of the object prototype", { connection: "constructor" }],
    ["an address that is an object", { email: { toString: 1 } }],
    ["authParams that are no object", { authParams: "scope=openid" }],
  ])("survives %s", async (_case, changes) => {
    auth0.use("passwordless-start/success");
    expect((await askValid(auth0, "passwordless-start", changes as object as Record<string, unknown>)).status).toBe(
      200,
    );
    expect(auth0.inbox.messages).toHaveLength(1);
  });

  test.each<[string, object, object]>([
    ["an empty request", {}, { connection: "email", to: "somebody@example.com" }],
    ["an empty address", { connection: "email", email: "" }, { connection: "email", to: "somebody@example.com" }],
    ["sms without a number", { connection: "sms" }, { connection: "sms", to: "+15555550199" }],
    ["only a number", { phone_number: "+15555550123" }, { connection: "sms", to: "+15555550123" }],
    [
      "a number at another connection",
      { connection: "email", phone_number: "+15555550123" },
      { connection: "email", to: "somebody@example.com" },
    ],
    ["an unknown connection", { connection: "nope", email: "a@b.co" }, { connection: "email", to: "a@b.co" }],
    ["a database", { connection: "adfs", email: "a@b.co" }, { connection: "email", to: "a@b.co" }],
  ])("writes to a fitting address for %s", async (_case, body, message) => {
    auth0.use("passwordless-start/success");
    const { status, call } = await ask(auth0, "passwordless-start", body);
    expect([status, call.reason]).toEqual([200, "use"]);
    expect(auth0.inbox.latest()).toMatchObject(message);
  });

  test("has the demo client in its link where none is named", async () => {
    auth0.use("passwordless-start/success");
    await ask(auth0, "passwordless-start", { client_id: 7 });
    expect(new URL(auth0.inbox.latest()?.link ?? "none").searchParams.get("client_id")).toBe("demo-client");
  });

  test("writes from the connection that is named", async () => {
    auth0.use("passwordless-start/success");
    await askValid(auth0, "passwordless-start", { connection: "no-signup-email" });
    expect(auth0.inbox.latest()?.connection).toBe("no-signup-email");
  });
});

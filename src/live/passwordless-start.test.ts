import { mockAuth0 } from "auth0-msw";
import { afterEach, describe, expect, test } from "vitest";
import { sendRequest, type Received, sendValid, claimsIn } from "../../tests/helpers/ask.ts";

const auth0 = mockAuth0();
afterEach(() => auth0.reset());

const sms = { client_id: "demo-client", connection: "sms", phone_number: "+15555550100" };

async function linkOf(changes: Record<string, unknown>): Promise<URL> {
  await sendValid(auth0, "passwordless-start", { send: "link", ...changes });
  return new URL(auth0.inbox.latest()?.link ?? "none was sent");
}

describe("a link", () => {
  test("has the authParams of the request", async () => {
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

  test("lets authParams replace parameters of the same name", async () => {
    const { searchParams } = await linkOf({ authParams: { client_id: "other-client" } });
    expect(searchParams.getAll("client_id")).toEqual(["other-client"]);
  });

  test.each([
    ["null", null],
    ["no object", {}],
    ["values of null", { scope: null }],
  ])("has no authParams for %s", async (_case, authParams) => {
    const { searchParams } = await linkOf({ authParams });
    expect([...searchParams.keys()]).toEqual(["client_id", "connection", "email", "verification_code"]);
  });

  test("has the client of the request, both live and forced", async () => {
    auth0.use("passwordless-start/success");
    const { searchParams } = await linkOf({ client_id: "any-client", authParams: { scope: "openid" } });
    expect(searchParams.get("client_id")).toBe("any-client");
    expect(searchParams.get("scope")).toBe("openid");
  });

  test("has the nested names of a form, as auth0-js 4 to 7 send them", async () => {
    const text =
      "client_id=demo-client&connection=email&send=link&email=ada%40example.com" +
      "&authParams%5Bredirect_uri%5D=https%3A%2F%2Fapp.example.com%2F&authParams[response_type]=token";
    const headers = { "content-type": "application/x-www-form-urlencoded" };
    const { status } = await sendRequest(auth0, "passwordless-start", text, { headers });
    expect(status).toBe(200);
    const { searchParams } = new URL(auth0.inbox.latest()?.link ?? "none was sent");
    expect(searchParams.get("redirect_uri")).toBe("https://app.example.com/");
    expect(searchParams.get("response_type")).toBe("token");
  });

  test.each(["link", "link_ios", undefined, null, "code"])("is never sent by SMS: send %j", async (send) => {
    for (const forced of ["passwordless-start/live", "passwordless-start/success"] as const) {
      auth0.use(forced);
      const { status } = await sendRequest(auth0, "passwordless-start", { ...sms, send });
      expect(status).toBe(200);
      expect(auth0.inbox.latest("+15555550100")).not.toHaveProperty("link");
      expect(auth0.inbox.latest("+15555550100")?.code).toMatch(/^\d{6}$/);
    }
  });
});

test("rejects the wrong captcha at any connection", async () => {
  const answer = await sendValid(auth0, "passwordless-start", { captcha: "wrong" });
  expect(answer.status).toBe(401);
  expect(answer.json).toEqual({ error: "invalid_captcha", error_description: "Invalid captcha value." });
  expect((await sendValid(auth0, "passwordless-start", { captcha: "right" })).status).toBe(200);
});

test.each<[string, unknown, string]>([
  ["a list", ["a@b.co"], 'error in email - email format validation failed: ["a@b.co"]'],
  ["a number", 7, "error in email - email format validation failed: 7"],
  ["an empty text", "", "error in email - email format validation failed: "],
])("rejects %s as an email", async (_case, email, error_description) => {
  const { json } = await sendValid(auth0, "passwordless-start", { email });
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
])("answers %j with %s", async (fields, name) => {
  const { call } = await sendRequest(auth0, "passwordless-start", { client_id: "demo-client", ...fields });
  expect(call.scenario).toBe(`passwordless-start/${name}`);
});

test("a new address is unverified until its code signs in", async () => {
  const unknown = { email: "new@example.com" };
  expect((await sendValid(auth0, "passwordless-start", unknown)).json).toMatchObject({ email_verified: false });
  const password = auth0.inbox.latest("new@example.com")?.code;
  await sendValid(auth0, "oauth-ro", { connection: "email", username: "new@example.com", password });
  expect((await sendValid(auth0, "passwordless-start", unknown)).json).toMatchObject({ email_verified: true });
});

test("sends to a known address when signup is off", async () => {
  const { call } = await sendValid(auth0, "passwordless-start", { connection: "no-signup-email" });
  expect(call.scenario).toBe("passwordless-start/success");
});

test("ignores an empty client_secret", async () => {
  expect((await sendValid(auth0, "passwordless-start", { client_secret: "" })).status).toBe(200);
  const { call } = await sendValid(auth0, "passwordless-start", {
    client_id: "confidential-client",
    client_secret: "",
  });
  expect(call.scenario).toBe("passwordless-start/client-authentication-required");
});

describe("a number", () => {
  const start = (): Promise<Received> => sendRequest(auth0, "passwordless-start", sms);

  test("of a user can be verified or not", async () => {
    const users = [{ phone_number: "+15555550100", phone_verified: false }];
    const own = mockAuth0({ tenant: { users } });
    expect((await sendRequest(own, "passwordless-start", sms)).json).toMatchObject({ phone_verified: false });
    expect((await start()).json).toMatchObject({ phone_verified: true });
  });

  test("is verified after a sign-in with its code", async () => {
    const unknown = { ...sms, phone_number: "+15555550177" };
    expect((await sendRequest(auth0, "passwordless-start", unknown)).json).toMatchObject({ phone_verified: false });
    const password = auth0.inbox.latest("+15555550177")?.code;
    const scope = "openid phone";
    const changes = { connection: "sms", username: "+15555550177", password, scope };
    expect(claimsIn(await sendValid(auth0, "oauth-ro", changes))).toMatchObject({
      phone_number: "+15555550177",
      phone_number_verified: true,
    });
    expect((await sendRequest(auth0, "passwordless-start", unknown)).json).toMatchObject({ phone_verified: true });
  });
});

test("the user_id is the sub only at its own strategy", async () => {
  const own = mockAuth0({ tenant: { users: [{ user_id: "auth0|one", email: "u@example.com" }] } });
  const signIn = (connection: string): Promise<Received> =>
    sendValid(own, "oauth-ro", { username: "u@example.com", connection });
  expect(claimsIn(await signIn("Username-Password-Authentication")).sub).toBe("auth0|one");
  expect(claimsIn(await signIn("adfs")).sub).toMatch(/^adfs\|[\da-f]{24}$/);
  const { json } = await sendValid(own, "passwordless-start", { email: "u@example.com" });
  expect(json["_id"]).not.toBe("one");
});

describe("a forced success", () => {
  test.each<[string, unknown]>([
    ["a connection that is an object", { connection: { toString: 1 } }],
    ["a connection of the object prototype", { connection: "constructor" }],
    ["an address that is an object", { email: { toString: 1 } }],
    ["authParams that are not an object", { authParams: "scope=openid" }],
  ])("survives %s", async (_case, changes) => {
    auth0.use("passwordless-start/success");
    expect((await sendValid(auth0, "passwordless-start", changes as object as Record<string, unknown>)).status).toBe(
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
  ])("sends to a suitable address for %s", async (_case, body, message) => {
    auth0.use("passwordless-start/success");
    const { status, call } = await sendRequest(auth0, "passwordless-start", body);
    expect([status, call.reason]).toEqual([200, "use"]);
    expect(auth0.inbox.latest()).toMatchObject(message);
  });

  test("uses the demo client in the link when the request names none", async () => {
    auth0.use("passwordless-start/success");
    await sendRequest(auth0, "passwordless-start", { client_id: 7 });
    expect(new URL(auth0.inbox.latest()?.link ?? "none").searchParams.get("client_id")).toBe("demo-client");
  });

  test("sends from the connection in the request", async () => {
    auth0.use("passwordless-start/success");
    await sendValid(auth0, "passwordless-start", { connection: "no-signup-email" });
    expect(auth0.inbox.latest()?.connection).toBe("no-signup-email");
  });
});

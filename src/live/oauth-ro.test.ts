import { demoTenant, mockAuth0 } from "auth0-msw";
import { exportJWK, generateKeyPair, SignJWT } from "jose";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { sendRequest, type Received, sendValid, claimsIn, untypedMock } from "../../tests/helpers/ask.ts";

const auth0 = mockAuth0();
const jwtBearer = "urn:ietf:params:oauth:grant-type:jwt-bearer";
const minutes = 60_000;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["Date"], now: Date.UTC(2030, 0, 1) });
  return () => vi.useRealTimers();
});
afterEach(() => auth0.reset());

describe("connections", () => {
  test.each([
    ["active-directory", "ad"],
    ["adfs", "adfs"],
    ["azure-ad", "waad"],
    ["Username-Password-Authentication", "auth0"],
  ])("%s signs in with a password, and the sub starts with %s", async (connection, strategy) => {
    const answer = await sendValid(auth0, "oauth-ro", { connection });
    expect(answer.status).toBe(200);
    expect(claimsIn(answer).sub).toMatch(new RegExp(`^${strategy}\\|[\\da-f]{24}$`));
  });

  test("a directory rejects a wrong password", async () => {
    const { call } = await sendValid(auth0, "oauth-ro", { connection: "adfs", password: "nope" });
    expect(call).toMatchObject({ scenario: "oauth-ro/wrong-password", reason: "the password is wrong" });
  });

  test.each(["google-oauth2", "samlp", "constructor"])("the strategy %s has no passwords", async (strategy) => {
    const own = mockAuth0({ tenant: { connections: [{ name: "social", strategy }] } });
    const { call } = await sendValid(own, "oauth-ro", { connection: "social" });
    expect(call.scenario).toBe("oauth-ro/unsupported-strategy");
  });
});

describe("a one-time code", () => {
  const signIn = (password: string): Promise<Received> =>
    sendValid(auth0, "oauth-ro", { connection: "email", password });
  const sendCode = async (): Promise<string> => {
    await sendValid(auth0, "passwordless-start");
    return auth0.inbox.latest("ada@example.com")?.code ?? "none was sent";
  };
  const wrong = (code: string): string => (code === "000000" ? "111111" : "000000");

  test("works for three minutes", async () => {
    const code = await sendCode();
    vi.setSystemTime(Date.now() + 3 * minutes - 1);
    expect((await signIn(code)).status).toBe(200);

    const late = await sendCode();
    vi.setSystemTime(Date.now() + 3 * minutes);
    const answer = await signIn(late);
    expect(answer.status).toBe(401);
    expect(answer.json).toEqual({
      error: "invalid_user_password",
      error_description: "The verification code has expired. Please try to login again.",
    });
    expect(answer.call).toMatchObject({ scenario: "oauth-ro/code-expired", reason: "the code is expired" });
  });

  test("reports a wrong code as wrong even after it has expired", async () => {
    const code = await sendCode();
    vi.setSystemTime(Date.now() + 3 * minutes);
    expect((await signIn(wrong(code))).call.reason).toBe("the code is wrong");
  });

  test("stops working after three wrong tries, until a new one is sent", async () => {
    const code = await sendCode();
    for (let n = 1; n <= 3; n += 1) expect((await signIn(wrong(code))).call.scenario).toBe("oauth-ro/wrong-password");
    for (const sent of [code, wrong(code), code]) {
      const answer = await signIn(sent);
      expect(answer.status).toBe(401);
      expect(answer.json["error_description"]).toBe(
        "You've reached the maximum number of attempts. Please try to login again.",
      );
      expect(answer.call.scenario).toBe("oauth-ro/too-many-code-attempts");
    }
    expect((await signIn(await sendCode())).status).toBe(200);
  });

  test("does not lock the account after three wrong tries", async () => {
    const code = await sendCode();
    for (let n = 0; n < 20; n += 1) await signIn(wrong(code));
    expect((await signIn(code)).call.scenario).toBe("oauth-ro/too-many-code-attempts");
  });

  test("works once", async () => {
    const code = await sendCode();
    await signIn(code);
    expect((await signIn(code)).call).toMatchObject({
      scenario: "oauth-ro/wrong-password",
      reason: "no code was sent, or it was used",
    });
  });

  test.each([
    ["email", "ada@example.com", "Wrong email or verification code."],
    ["sms", "+15555550100", "Wrong phone number or verification code."],
  ])("by %s has its own error for a wrong code", async (connection, username, error_description) => {
    const answer = await sendValid(auth0, "oauth-ro", { connection, username, password: "123456" });
    expect(answer.json).toEqual({ error: "invalid_user_password", error_description });
  });
});

describe("a second factor", () => {
  const mfa = { username: "mfa@example.com" };

  test.each<[string, Record<string, unknown>, string]>([
    ["no code", {}, "mfa-required"],
    ["an empty code", { mfa_code: "" }, "mfa-required"],
    ["null for a code", { mfa_code: null }, "mfa-required"],
    ["a wrong code", { mfa_code: "000000" }, "mfa-invalid-code"],
    ["a wrong number", { mfa_code: 99_999 }, "mfa-invalid-code"],
    ["the code", { mfa_code: "123456" }, "success"],
    ["the code as a number", { mfa_code: 123_456 }, "success"],
    ["a wrong password and the code", { mfa_code: "123456", password: "nope" }, "wrong-password"],
    ["a wrong password and no code", { password: "nope" }, "wrong-password"],
    ["a list for a code", { mfa_code: ["123456"] }, "bad-request"],
  ])("%s", async (_case, changes, name) => {
    const { call } = await sendValid(auth0, "oauth-ro", { ...mfa, ...changes });
    expect(call.scenario).toBe(`oauth-ro/${name}`);
  });

  test("rejects a code for a user without a second factor", async () => {
    const { call } = await sendValid(auth0, "oauth-ro", { mfa_code: "123456" });
    expect(call.scenario).toBe("oauth-ro/mfa-not-allowed");
    expect((await sendValid(auth0, "oauth-ro", { mfa_code: "" })).status).toBe(200);
  });

  test("never adds the code to the claims", async () => {
    const answer = await sendValid(auth0, "oauth-ro", { ...mfa, mfa_code: "123456", scope: "openid mfaCode profile" });
    expect(Object.keys(claimsIn(answer))).not.toContain("mfaCode");
  });

  test("returns the keys to enroll", async () => {
    const { status, json } = await sendValid(auth0, "oauth-ro", { username: "mfa-enroll@example.com" });
    expect(status).toBe(401);
    expect(json).toEqual({
      error: "a0.mfa_registration_required",
      error_description: "MFA registration is required. Generated keys for enrollement",
      mfa_settings: { qr: expect.any(String), key: expect.any(String), provder: "google-authenticator" },
    });
  });
});

test.each(["locked", "busy", "suspicious"])(
  "%s@example.com provokes its failure before the password is checked",
  async (name) => {
    const username = `${name}@example.com`;
    const { provokes } = demoTenant.users.find(({ email }) => email === username) ?? {};
    const { call } = await sendValid(auth0, "oauth-ro", { username, password: "nope" });
    expect(call).toMatchObject({ scenario: provokes, reason: `the user ${username} provokes it` });
  },
);

test.each(["blocked", "leaked", "denied", "refused", "dotted"])(
  "%s@example.com provokes its failure only with the right password",
  async (name) => {
    const { call } = await sendValid(auth0, "oauth-ro", { username: `${name}@example.com`, password: "nope" });
    expect(call.scenario).toBe("oauth-ro/wrong-password");
  },
);

test.each([null, "", undefined])("returns no id token for the scope %j", async (scope) => {
  const { status, json } = await sendValid(auth0, "oauth-ro", { scope });
  expect(status).toBe(200);
  expect(Object.keys(json)).toEqual(["access_token", "token_type", "expires_in"]);
});

test("accepts any client without a clients option, and ignores an empty client_secret", async () => {
  expect((await sendValid(auth0, "oauth-ro", { client_id: "any-client" })).status).toBe(200);
  expect((await sendValid(auth0, "oauth-ro", { client_secret: "" })).status).toBe(200);
});

describe("a forced success", () => {
  beforeEach(() => auth0.use("oauth-ro/success"));

  test("accepts a list of scopes", async () => {
    const answer = await sendValid(auth0, "oauth-ro", { scope: ["openid", "email", 7] });
    expect(answer.json["scope"]).toBe("openid email");
    expect(claimsIn(answer)).toMatchObject({ email: "ada@example.com" });
  });

  test("signs in a generated user when the request names none", async () => {
    const answer = await sendRequest(auth0, "oauth-ro", { scope: "openid email" });
    expect(answer.call.reason).toBe("use");
    expect(claimsIn(answer)).toMatchObject({
      aud: "demo-client",
      sub: expect.stringMatching(/^auth0\|[\da-f]{24}$/),
      email: "somebody@example.com",
    });
  });

  test.each([null, "", 7, {}, []])("ignores the scope %j", async (scope) => {
    const { json } = await sendValid(auth0, "oauth-ro", { scope });
    expect(Object.keys(json)).toEqual(["access_token", "token_type", "expires_in"]);
  });

  test("signs in at the connection in the request", async () => {
    expect(claimsIn(await sendValid(auth0, "oauth-ro", { connection: "azure-ad" })).sub).toMatch(/^waad\|/);
  });

  test.each([{ toString: 1 }, 1, null, ["email"]])("accepts the connection %j", async (connection) => {
    expect((await sendValid(auth0, "oauth-ro", { connection })).status).toBe(200);
  });
});

describe("claims by scope", () => {
  const user = { ...demoTenant.users[0], favorite_color: "teal", locale: "en-GB" };
  const own = mockAuth0({ tenant: { users: [user as (typeof demoTenant.users)[0]] } });
  const claims = async (scope: string): Promise<object> => claimsIn(await sendValid(own, "oauth-ro", { scope }));

  test("another property of a user is a claim when the scope names it", async () => {
    expect(await claims("openid favorite_color")).toMatchObject({ favorite_color: "teal" });
    expect(await claims("openid profile email")).not.toHaveProperty("favorite_color");
  });

  test("profile has the locale", async () => {
    expect(await claims("openid profile")).toMatchObject({ locale: "en-GB", name: "Ada Lovelace" });
    expect(await claims("openid")).not.toHaveProperty("locale");
  });

  test.each(["constructor", "__proto__", "toString", "hasOwnProperty"])(
    "the scope %s adds no claims",
    async (scope) => {
      expect(Object.keys(await claims(`openid ${scope}`)).toSorted()).toEqual(["aud", "exp", "iat", "iss", "sub"]);
    },
  );
});

describe("a jwt-bearer request", async () => {
  const device = await generateKeyPair("RS256");
  const publicKey = { ...(await exportJWK(device.publicKey)) };
  const signed = (iss: string): Promise<string> =>
    new SignJWT({ device: "my phone" })
      .setProtectedHeader({ alg: "RS256" })
      .setIssuer(iss)
      .setIssuedAt()
      .setExpirationTime("1h")
      .sign(device.privateKey);
  const request = { client_id: "demo-client", grant_type: jwtBearer, device: "my phone", scope: "openid" };

  test("has the text of the failure when the user provokes one of the password grant", async () => {
    for (const { id, grant, description } of auth0.failures("oauth-ro").filter((one) => one.grant === "password")) {
      const users = [{ user_id: "auth0|u", email: "u@example.com", deviceKeys: [publicKey], provokes: id }];
      const own = untypedMock({ tenant: { users } });
      const { call, json } = await sendRequest(own, "oauth-ro", { ...request, id_token: await signed("auth0|u") });
      expect(call.scenario, `${id}, ${grant}`).toBe("oauth-ro/invalid-grant");
      expect(json["error_description"]).toBe(description);
    }
  });

  test("gets the failure when the user provokes one of all grants", async () => {
    const users = [
      { user_id: "auth0|u", email: "u@example.com", deviceKeys: [publicKey], provokes: "oauth-ro/access-denied" },
    ];
    const own = untypedMock({ tenant: { users } });
    const { call } = await sendRequest(own, "oauth-ro", { ...request, id_token: await signed("auth0|u") });
    expect(call.scenario).toBe("oauth-ro/access-denied");
  });

  test("checks the connection when the request names one", async () => {
    for (const [connection, name] of [
      ["nope", "connection-not-found"],
      ["disabled-database", "connection-disabled"],
    ]) {
      const { call } = await sendRequest(auth0, "oauth-ro", { ...request, id_token: "a.b.c", connection });
      expect(call.scenario).toBe(`oauth-ro/${name}`);
    }
  });

  test("signs in with a token of the tenant", async () => {
    const { json } = await sendValid(auth0, "oauth-ro");
    const { status, call } = await sendRequest(auth0, "oauth-ro", { ...request, id_token: json["id_token"] });
    expect([status, call.reason]).toEqual([200, "the id_token is valid"]);
  });

  test("rejects a scope that is not a string", async () => {
    const { call } = await sendRequest(auth0, "oauth-ro", { ...request, id_token: "a.b.c", scope: ["openid"] });
    expect(call.scenario).toBe("oauth-ro/invalid-scope");
  });
});

test("checks the client_id when a clients option is passed, even the demo tenant's clients", async () => {
  const strict = mockAuth0({ tenant: { ...demoTenant } });
  expect((await sendValid(strict, "oauth-ro", { client_id: "any-client" })).call.scenario).toBe(
    "oauth-ro/invalid-client",
  );
  expect((await sendValid(strict, "oauth-ro")).status).toBe(200);
});

test("without clients no sign-in succeeds, but a forced success still signs a token", async () => {
  const own = mockAuth0({ tenant: { clients: [] } });
  expect((await sendValid(own, "oauth-ro")).call.scenario).toBe("oauth-ro/invalid-client");
  own.use("oauth-ro/success");
  expect(claimsIn(await sendValid(own, "oauth-ro")).aud).toBe("demo-client");
});

import { demoTenant, mockAuth0 } from "auth0-msw";
import { exportJWK, generateKeyPair, SignJWT } from "jose";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { ask, type Asked, askValid, claimsIn, untypedMock } from "../../tests/helpers/ask.ts";

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
  ])("%s signs in with a password, and the sub begins with %s", async (connection, strategy) => {
    const answer = await askValid(auth0, "oauth-ro", { connection });
    expect(answer.status).toBe(200);
    expect(claimsIn(answer).sub).toMatch(new RegExp(`^${strategy}\\|[\\da-f]{24}$`));
  });

  test("a wrong password at a directory is a wrong password", async () => {
    const { call } = await askValid(auth0, "oauth-ro", { connection: "adfs", password: "nope" });
    expect(call).toMatchObject({ scenario: "oauth-ro/wrong-password", reason: "the password is wrong" });
  });

  test.each(["google-oauth2", "samlp", "constructor"])("the strategy %s has no passwords", async (strategy) => {
    const own = mockAuth0({ tenant: { connections: [{ name: "social", strategy }] } });
    const { call } = await askValid(own, "oauth-ro", { connection: "social" });
    expect(call.scenario).toBe("oauth-ro/unsupported-strategy");
  });
});

describe("a one-time code", () => {
  const signIn = (password: string): Promise<Asked> => askValid(auth0, "oauth-ro", { connection: "email", password });
  const sendCode = async (): Promise<string> => {
    await askValid(auth0, "passwordless-start");
    return auth0.inbox.latest("ada@example.com")?.code ?? "none was sent";
  };
  const wrong = (code: string): string => (code === "000000" ? "111111" : "000000");

  test("works for three minutes, and no longer", async () => {
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

  test("that is wrong after its time is only wrong", async () => {
    const code = await sendCode();
    vi.setSystemTime(Date.now() + 3 * minutes);
    expect((await signIn(wrong(code))).call.reason).toBe("the code is wrong");
  });

  test("is over after three wrong tries, whatever is sent, until a new one is sent", async () => {
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

  test("that had its three wrong tries does not lock the account", async () => {
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
  ])("by %s that is wrong is told in its own words", async (connection, username, error_description) => {
    const answer = await askValid(auth0, "oauth-ro", { connection, username, password: "123456" });
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
    const { call } = await askValid(auth0, "oauth-ro", { ...mfa, ...changes });
    expect(call.scenario).toBe(`oauth-ro/${name}`);
  });

  test("a code is refused for a user without one", async () => {
    const { call } = await askValid(auth0, "oauth-ro", { mfa_code: "123456" });
    expect(call.scenario).toBe("oauth-ro/mfa-not-allowed");
    expect((await askValid(auth0, "oauth-ro", { mfa_code: "" })).status).toBe(200);
  });

  test("the code is no claim", async () => {
    const answer = await askValid(auth0, "oauth-ro", { ...mfa, mfa_code: "123456", scope: "openid mfaCode profile" });
    expect(Object.keys(claimsIn(answer))).not.toContain("mfaCode");
  });

  test("keys to set one up come with the answer", async () => {
    const { status, json } = await askValid(auth0, "oauth-ro", { username: "mfa-enroll@example.com" });
    expect(status).toBe(401);
    expect(json).toEqual({
      error: "a0.mfa_registration_required",
      error_description: "MFA registration is required. Generated keys for enrollement",
      mfa_settings: { qr: expect.any(String), key: expect.any(String), provder: "google-authenticator" },
    });
  });
});

test.each(["locked", "busy", "suspicious"])("%s@example.com is refused even with a wrong password", async (name) => {
  const username = `${name}@example.com`;
  const { provokes } = demoTenant.users.find(({ email }) => email === username) ?? {};
  const { call } = await askValid(auth0, "oauth-ro", { username, password: "nope" });
  expect(call).toMatchObject({ scenario: provokes, reason: `the user ${username} provokes it` });
});

test.each(["blocked", "leaked", "denied", "refused", "dotted"])(
  "%s@example.com is told so only with the right password",
  async (name) => {
    const { call } = await askValid(auth0, "oauth-ro", { username: `${name}@example.com`, password: "nope" });
    expect(call.scenario).toBe("oauth-ro/wrong-password");
  },
);

test.each([null, "", undefined])("the scope %j asks for no id token", async (scope) => {
  const { status, json } = await askValid(auth0, "oauth-ro", { scope });
  expect(status).toBe(200);
  expect(Object.keys(json)).toEqual(["access_token", "token_type", "expires_in"]);
});

test("any client is accepted where none are passed, and an empty client_secret is none", async () => {
  expect((await askValid(auth0, "oauth-ro", { client_id: "any-client" })).status).toBe(200);
  expect((await askValid(auth0, "oauth-ro", { client_secret: "" })).status).toBe(200);
});

describe("a forced success", () => {
  beforeEach(() => auth0.use("oauth-ro/success"));

  test("takes a list for a scope", async () => {
    const answer = await askValid(auth0, "oauth-ro", { scope: ["openid", "email", 7] });
    expect(answer.json["scope"]).toBe("openid email");
    expect(claimsIn(answer)).toMatchObject({ email: "ada@example.com" });
  });

  test("signs somebody in where the request says nothing", async () => {
    const answer = await ask(auth0, "oauth-ro", { scope: "openid email" });
    expect(answer.call.reason).toBe("use");
    expect(claimsIn(answer)).toMatchObject({
      aud: "demo-client",
      sub: expect.stringMatching(/^auth0\|[\da-f]{24}$/),
      email: "somebody@example.com",
    });
  });

  test.each([null, "", 7, {}, []])("takes the scope %j for none", async (scope) => {
    const { json } = await askValid(auth0, "oauth-ro", { scope });
    expect(Object.keys(json)).toEqual(["access_token", "token_type", "expires_in"]);
  });

  test("signs in at the connection that is named", async () => {
    expect(claimsIn(await askValid(auth0, "oauth-ro", { connection: "azure-ad" })).sub).toMatch(/^waad\|/);
  });

  test.each([{ toString: 1 }, 1, null, ["email"]])("survives the connection %j", async (connection) => {
    expect((await askValid(auth0, "oauth-ro", { connection })).status).toBe(200);
  });
});

describe("claims by scope", () => {
  const user = { ...demoTenant.users[0], favorite_color: "teal", locale: "en-GB" };
  const own = mockAuth0({ tenant: { users: [user as (typeof demoTenant.users)[0]] } });
  const claims = async (scope: string): Promise<object> => claimsIn(await askValid(own, "oauth-ro", { scope }));

  test("a further property of a user is a claim when a scope has its name", async () => {
    expect(await claims("openid favorite_color")).toMatchObject({ favorite_color: "teal" });
    expect(await claims("openid profile email")).not.toHaveProperty("favorite_color");
  });

  test("profile has the locale", async () => {
    expect(await claims("openid profile")).toMatchObject({ locale: "en-GB", name: "Ada Lovelace" });
    expect(await claims("openid")).not.toHaveProperty("locale");
  });

  test.each(["constructor", "__proto__", "toString", "hasOwnProperty"])(
    "the scope %s asks for nothing",
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

  test("of a user who provokes a failure of the password grant says that failure's text", async () => {
    for (const { id, grant, description } of auth0.failures("oauth-ro").filter((one) => one.grant === "password")) {
      const users = [{ user_id: "auth0|u", email: "u@example.com", deviceKeys: [publicKey], provokes: id }];
      const own = untypedMock({ tenant: { users } });
      const { call, json } = await ask(own, "oauth-ro", { ...request, id_token: await signed("auth0|u") });
      expect(call.scenario, `${id}, ${grant}`).toBe("oauth-ro/invalid-grant");
      expect(json["error_description"]).toBe(description);
    }
  });

  test("of a user who provokes a failure of all grants is answered with it", async () => {
    const users = [
      { user_id: "auth0|u", email: "u@example.com", deviceKeys: [publicKey], provokes: "oauth-ro/access-denied" },
    ];
    const own = untypedMock({ tenant: { users } });
    const { call } = await ask(own, "oauth-ro", { ...request, id_token: await signed("auth0|u") });
    expect(call.scenario).toBe("oauth-ro/access-denied");
  });

  test("is checked for its connection, where it names one", async () => {
    for (const [connection, name] of [
      ["nope", "connection-not-found"],
      ["disabled-database", "connection-disabled"],
    ]) {
      const { call } = await ask(auth0, "oauth-ro", { ...request, id_token: "a.b.c", connection });
      expect(call.scenario).toBe(`oauth-ro/${name}`);
    }
  });

  test("with a good token of the tenant's own signs in", async () => {
    const { json } = await askValid(auth0, "oauth-ro");
    const { status, call } = await ask(auth0, "oauth-ro", { ...request, id_token: json["id_token"] });
    expect([status, call.reason]).toEqual([200, "the id_token is valid"]);
  });

  test("with a scope that is no string is refused", async () => {
    const { call } = await ask(auth0, "oauth-ro", { ...request, id_token: "a.b.c", scope: ["openid"] });
    expect(call.scenario).toBe("oauth-ro/invalid-scope");
  });
});

test("a client_id is checked against the clients that were passed, be they the demo's own", async () => {
  const strict = mockAuth0({ tenant: { ...demoTenant } });
  expect((await askValid(strict, "oauth-ro", { client_id: "any-client" })).call.scenario).toBe(
    "oauth-ro/invalid-client",
  );
  expect((await askValid(strict, "oauth-ro")).status).toBe(200);
});

test("where no clients exist, nobody signs in, and a forced success signs all the same", async () => {
  const own = mockAuth0({ tenant: { clients: [] } });
  expect((await askValid(own, "oauth-ro")).call.scenario).toBe("oauth-ro/invalid-client");
  own.use("oauth-ro/success");
  expect(claimsIn(await askValid(own, "oauth-ro")).aud).toBe("demo-client");
});

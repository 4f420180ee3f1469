import { mockAuth0 } from "auth0-msw";
import { jwtVerify } from "jose";
import { describe, expect, test } from "vitest";
import { sendRequest, sendValid, claimsIn, untypedMock } from "../../tests/helpers/ask.ts";

const registered = ["aud", "exp", "iat", "iss", "sub"];

describe("a user of the tenant", () => {
  const user = {
    user_id: "auth0|one",
    email: "u@example.com",
    username: "user-one",
    password: "secret",
    connection: "Username-Password-Authentication",
    deviceKeys: [],
    phone_verified: true,
    name: undefined,
    middle_name: "M",
    preferred_username: "P",
    website: "https://u.example",
    gender: "G",
    birthdate: "2000-01-01",
    zoneinfo: "Europe/Paris",
    address: { country: "FR" },
  };
  const auth0 = untypedMock({ tenant: { users: [user] } });
  const signIn = (scope: string, username = "u@example.com"): ReturnType<typeof sendValid> =>
    sendValid(auth0, "oauth-ro", { username, password: "secret", scope });

  test("never adds a property that is not a claim, even when the scope names it", async () => {
    const answer = await signIn("openid user_id password connection deviceKeys provokes phone_verified mfaCode");
    expect(Object.keys(claimsIn(answer)).toSorted()).toEqual(registered);
  });

  test("has the claims of profile, with a generated name in place of undefined", async () => {
    expect(claimsIn(await signIn("openid profile"))).toMatchObject({
      name: expect.stringMatching(/^\w\S* \S+/),
      given_name: expect.any(String),
      family_name: expect.any(String),
      middle_name: "M",
      nickname: "u",
      preferred_username: "P",
      username: "user-one",
      website: "https://u.example",
      gender: "G",
      birthdate: "2000-01-01",
      zoneinfo: "Europe/Paris",
      picture: expect.stringMatching(/^https:\/\/cdn\.auth0\.com\/avatars\/[a-z]{2}\.png$/),
    });
  });

  test("has the claims of email, phone and address", async () => {
    const claims = claimsIn(await signIn("openid email phone address"));
    expect(claims).toMatchObject({ email: "u@example.com", email_verified: true, address: { country: "FR" } });
    expect(claims["phone_number_verified"]).toBe(true);
    expect(claims).not.toHaveProperty("name");
  });

  test("signs in by username too, but not at a passwordless connection", async () => {
    expect((await signIn("openid", "USER-ONE")).status).toBe(200);
    const other = untypedMock({ tenant: { users: [{ email: "u@example.com", username: "a@b.co" }] } });
    const start = await sendValid(other, "passwordless-start", { email: "a@b.co" });
    expect(start.json["_id"]).toMatch(/^[\da-f]{24}$/);
    const { call } = await sendValid(other, "oauth-ro", { username: "a@b.co", password: "any" });
    expect(call.reason).toBe("a@b.co signed in");
  });

  test("is unknown at other connections", async () => {
    const { call } = await sendValid(auth0, "oauth-ro", {
      username: "u@example.com",
      password: "secret",
      connection: "adfs",
    });
    expect([call.scenario, call.reason]).toEqual(["oauth-ro/wrong-password", "the user is unknown"]);
  });
});

test("a user id without a strategy belongs to the database", async () => {
  const auth0 = mockAuth0({ tenant: { users: [{ user_id: "plain", email: "u@example.com" }] } });
  expect(claimsIn(await sendValid(auth0, "oauth-ro", { username: "u@example.com" })).sub).toBe("plain");
  const { sub } = claimsIn(await sendValid(auth0, "oauth-ro", { username: "u@example.com", connection: "adfs" }));
  expect(sub).toMatch(/^adfs\|[\da-f]{24}$/);
});

describe("an id token is signed", () => {
  const secret = (text: string): Uint8Array => Uint8Array.from(atob(text), (char) => char.charCodeAt(0));

  test("with the secret that an unknown client sends", async () => {
    const { json } = await sendValid(mockAuth0(), "oauth-ro", { client_id: "any", client_secret: "QUJDREVG" });
    const { payload } = await jwtVerify(String(json["id_token"]), secret("QUJDREVG"), { algorithms: ["HS256"] });
    expect(payload.aud).toBe("any");
  });

  test("with the secret of the tenant's first client when the client sends none", async () => {
    const clients = [
      { client_id: "first", client_secret: "QUJDREVG" },
      { client_id: "second", client_secret: "SElKS0xN" },
      { client_id: "third" },
    ];
    const auth0 = mockAuth0({ tenant: { clients } });
    for (const [client_id, key] of [
      ["first", "QUJDREVG"],
      ["second", "SElKS0xN"],
      ["third", "QUJDREVG"],
    ] as const) {
      const { json } = await sendValid(auth0, "oauth-ro", { client_id });
      expect((await jwtVerify(String(json["id_token"]), secret(key))).payload.aud).toBe(client_id);
    }
  });
});

test("accepts several spaces between scopes", async () => {
  const { json } = await sendValid(mockAuth0(), "oauth-ro", { scope: "  openid   offline_access ", device: "d" });
  expect(Object.keys(json)).toEqual(["access_token", "token_type", "expires_in", "id_token", "refresh_token", "scope"]);
});

test("passwordless-start rejects an unknown client, and answers with what a client provokes", async () => {
  const auth0 = mockAuth0();
  const refused = await sendValid(auth0, "passwordless-start", { client_id: "unknown-client" });
  expect([refused.status, refused.call.scenario, refused.call.reason]).toEqual([
    401,
    "passwordless-start/unauthorized",
    "unknown client unknown-client",
  ]);
  const own = mockAuth0({ tenant: { clients: [{ client_id: "c", provokes: "passwordless-start/forbidden" }] } });
  const { call } = await sendRequest(own, "passwordless-start", {
    client_id: "c",
    connection: "email",
    email: "a@b.co",
  });
  expect([call.scenario, call.reason]).toEqual(["passwordless-start/forbidden", "the client c provokes it"]);
});

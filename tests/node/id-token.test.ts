import { serve, transports } from "#host";
import { mockAuth0 } from "auth0-msw";
import {
  base64url,
  decodeJwt,
  exportJWK,
  exportSPKI,
  generateKeyPair,
  type JWTPayload,
  jwtVerify,
  SignJWT,
} from "jose";
import { getResponse } from "msw";
import { afterEach, describe, expect, onTestFinished, test, vi } from "vitest";
import { json, post, valid } from "../helpers/requests.ts";

const send = transports["fetch"] ?? expect.fail("No fetch transport.");
const key = base64url.decode("demo-secret");
const pem = await generateKeyPair("RS256", { extractable: true });
const jwk = await generateKeyPair("RS256", { extractable: true });
const unknown = await generateKeyPair("RS256");
const touch = "auth0|0123456789abcdef01234567";
const blocked = "auth0|1123456789abcdef01234567";

const auth0 = mockAuth0({
  tenant: {
    users: [
      {
        email: "ada@example.com",
        password: "correct-horse-battery",
        name: "Ada",
        nickname: "ada",
        phone_number: "+15555550100",
      },
      {
        email: "touch@example.com",
        user_id: touch,
        deviceKeys: [await exportSPKI(pem.publicKey), { ...(await exportJWK(jwk.publicKey)) }],
      },
      {
        email: "gone@example.com",
        user_id: blocked,
        deviceKeys: [await exportSPKI(pem.publicKey)],
        provokes: "oauth-ro/user-blocked",
      },
    ],
  },
});
serve(auth0.handlers);
afterEach(() => {
  vi.useRealTimers();
  auth0.reset();
});

async function idToken(changes: Record<string, unknown> = {}): Promise<string> {
  return String(json(await send(valid("oauth-ro", changes)))["id_token"]);
}

async function exchange(id_token: string, changes: Record<string, unknown> = {}): Promise<Record<string, unknown>> {
  const grant_type = "urn:ietf:params:oauth:grant-type:jwt-bearer";
  const body = { client_id: "demo-client", grant_type, id_token, device: "my-phone", scope: "openid", ...changes };
  return json(await send(post("oauth-ro", body)));
}

describe("an id token", () => {
  test("has the signature and claims that the Node SDK checks", async () => {
    const { payload, protectedHeader } = await jwtVerify(await idToken(), key, {
      algorithms: ["HS256"],
      issuer: "https://demo.eu.auth0.com/",
      audience: "demo-client",
    });
    expect(protectedHeader).toEqual({ typ: "JWT", alg: "HS256" });
    expect(Object.keys(payload).toSorted()).toEqual(["aud", "exp", "iat", "iss", "sub"]);
    expect((payload.exp ?? 0) - (payload.iat ?? 0)).toBe(86_400);
    expect(Math.abs((payload.iat ?? 0) - Date.now() / 1000)).toBeLessThan(60);
    await expect(jwtVerify(await idToken(), base64url.decode("other-secret"))).rejects.toThrow("signature");
  });

  test.each([
    ["openid profile", ["family_name", "given_name", "name", "nickname", "picture", "updated_at"]],
    ["openid email", ["email", "email_verified"]],
    ["openid phone", ["phone_number"]],
    ["openid name email", ["email", "email_verified", "name"]],
  ])("has the claims of the scope %j", async (scope, claims) => {
    const standard = new Set(["aud", "exp", "iat", "iss", "sub"]);
    const payload = decodeJwt(await idToken({ scope }));
    expect(
      Object.keys(payload)
        .filter((name) => !standard.has(name))
        .toSorted(),
    ).toEqual(claims);
  });

  test("has the name and email of the tenant's user", async () => {
    expect(decodeJwt(await idToken({ scope: "openid profile email" }))).toMatchObject({
      name: "Ada",
      nickname: "ada",
      email: "ada@example.com",
    });
  });

  test("is returned for openid; a refresh token needs offline_access and a device", async () => {
    const keysFor = async (changes: Record<string, unknown>) =>
      Object.keys(json(await send(valid("oauth-ro", changes))));
    const plain = ["access_token", "token_type", "expires_in"];
    expect(await keysFor({ scope: undefined })).toEqual(plain);
    expect(await keysFor({ scope: "profile" })).toEqual([...plain, "scope"]);
    expect(await keysFor({ scope: "offline_access" })).toEqual([...plain, "scope"]);
    expect(await keysFor({ scope: "openid offline_access", device: "d" })).toEqual([
      ...plain,
      "id_token",
      "refresh_token",
      "scope",
    ]);
  });
});

describe("the jwt-bearer grant", () => {
  test("accepts a token that this tenant issued", async () => {
    const first = await idToken();
    const second = await exchange(first, { scope: "openid email" });
    expect(decodeJwt(String(second["id_token"]))).toMatchObject({
      sub: decodeJwt(first).sub,
      email: "ada@example.com",
    });
  });

  test("accepts a token of a user who signed up with a code", async () => {
    await send(valid("passwordless-start", { email: "new@example.com" }));
    const withCode = { connection: "email", username: "new@example.com", password: auth0.inbox.latest()?.code };
    const first = await idToken(withCode);
    expect(decodeJwt(String((await exchange(first))["id_token"])).sub).toBe(decodeJwt(first).sub);
  });

  const sign = async (claims: JWTPayload, privateKey: CryptoKey) =>
    new SignJWT(claims).setProtectedHeader({ alg: "RS256" }).sign(privateKey);
  const soon = () => Math.floor(Date.now() / 1000) + 60;

  test.each([
    ["PEM", pem.privateKey],
    ["JWK", jwk.privateKey],
  ])("accepts a token signed with a device key in %s format", async (_form, privateKey) => {
    const token = await sign({ iss: touch, device: "my-phone", exp: soon() }, privateKey);
    expect(decodeJwt(String((await exchange(token))["id_token"])).sub).toBe(touch);
  });

  test.each<[string, () => Promise<string>]>([
    ["the id_token is malformed", async () => "no.token.atall"],
    ["the signature of the id_token is invalid", async () => `${(await idToken()).slice(0, -4)}AAAA`],
    [
      "the user of the id_token does not exist",
      async () =>
        new SignJWT({ sub: "auth0|nobody", iss: "https://demo.eu.auth0.com/", aud: "demo-client" })
          .setProtectedHeader({ alg: "HS256" })
          .sign(key),
    ],
    [
      "the id_token has the wrong aud",
      async () =>
        new SignJWT({ iss: "https://demo.eu.auth0.com/", aud: "other" }).setProtectedHeader({ alg: "HS256" }).sign(key),
    ],
    ["the user of the id_token does not exist", async () => sign({ iss: "auth0|nobody" }, pem.privateKey)],
    ["the signature of the id_token is invalid", async () => sign({ iss: touch }, unknown.privateKey)],
    ["the id_token is expired", async () => sign({ iss: touch, device: "my-phone", exp: 1 }, pem.privateKey)],
    ["the id_token names no device", async () => sign({ iss: touch }, pem.privateKey)],
    ["user is blocked", async () => sign({ iss: blocked, device: "my-phone" }, pem.privateKey)],
    [
      "the id_token is signed with HS512: use HS256, or RS256 with a device key",
      async () => new SignJWT({ sub: touch }).setProtectedHeader({ alg: "HS512" }).sign(new Uint8Array(64)),
    ],
  ])("rejects: %s", async (error_description, token) => {
    expect(await exchange(await token())).toEqual({ error: "invalid_grant", error_description });
  });

  test("rejects its own token after it expires", async () => {
    const token = await idToken();
    vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 86_401_000 });
    expect(await exchange(token)).toEqual({ error: "invalid_grant", error_description: "the id_token is expired" });
  });
});

test("without crypto.subtle, the error explains what to do", async () => {
  const { url, ...init } = valid("oauth-ro");
  vi.stubGlobal("crypto", {});
  onTestFinished(() => void vi.unstubAllGlobals());
  const answer = getResponse(mockAuth0().handlers, new Request(url, init));
  await expect(answer).rejects.toThrow(/^An id token cannot be signed: there is no crypto\.subtle here\. Under jsdom,/);
});

import { generateKeyPairSync } from "node:crypto";
import { AuthenticationClient as AuthenticationClient2 } from "auth0-2";
import { AuthenticationClient as AuthenticationClient3 } from "auth0-3";
import { decodeJwt, decodeProtectedHeader } from "jose";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { serve } from "#host";
import { type Endpoint, mockAuth0 } from "../../src/index.ts";

const domain = "demo.eu.auth0.com";
const auth0 = mockAuth0({ domain });
// Secrets can be base64, base64url or neither. The SDK decodes them all, as leniently as Node's Buffer.
const secrets = { "base64-client": "YWJjZGVm+/8=", "base64url-client": "YWJjZGVm-_8", "plain-client": "my.secret!" };
const otherDomain = "secrets.eu.auth0.com";
const clients = Object.entries(secrets).map(([client_id, client_secret]) => ({ client_id, client_secret }));
serve([...auth0.handlers, ...mockAuth0({ domain: otherDomain, tenant: { clients } }).handlers]);

beforeEach(() => {
  // Both versions warn that /oauth/ro is deprecated.
  vi.spyOn(console, "warn").mockImplementation(() => {});
});
afterEach(() => {
  vi.restoreAllMocks();
  auth0.reset();
});

const clientId = "demo-client";
const passwordOfAda = {
  username: "ada@example.com",
  password: "correct-horse-battery",
  connection: "Username-Password-Authentication",
};

const withError = (endpoint: Endpoint) => auth0.failures(endpoint).filter(({ error }) => error !== null);

describe.each([
  ["2", AuthenticationClient2],
  ["3", AuthenticationClient3],
])("auth0 %s", (_version, AuthenticationClient) => {
  const client = new AuthenticationClient({ domain, clientId, clientSecret: "demo-secret" });

  // The SDK checks the id token before it resolves.
  it("signs in with a password and accepts the id token", async () => {
    const tokens = await client.oauth.signIn(passwordOfAda);
    expect(tokens).toMatchObject({ access_token: expect.any(String), token_type: "Bearer" });
    const idToken = String(tokens["id_token"]);
    expect(decodeProtectedHeader(idToken)).toMatchObject({ alg: "HS256", typ: "JWT" });
    expect(decodeJwt(idToken)).toMatchObject({ iss: `https://${domain}/`, aud: clientId });
    expect(auth0.calls("oauth-ro")[0]?.scenario).toBe("oauth-ro/success");
  });

  it("accepts the id token of a success that is switched on", async () => {
    auth0.use("oauth-ro/success");
    const tokens = await client.oauth.signIn({ ...passwordOfAda, username: "nobody@example.com" });
    expect(decodeJwt(String(tokens["id_token"])).aud).toBe(clientId);
  });

  it("signs in with a code sent by email", async () => {
    const sent = await client.passwordless.sendEmail({ email: "ada@example.com", send: "code" });
    expect(sent).toMatchObject({ email: "ada@example.com", email_verified: true });
    const tokens = await client.passwordless.signIn({
      username: "ada@example.com",
      password: auth0.inbox.latest("ada@example.com")?.code,
      connection: "email",
    });
    expect(tokens["id_token"]).toEqual(expect.any(String));
  });

  it("signs in with a code sent by text message", async () => {
    const sent = await client.passwordless.sendSMS({ phone_number: "+15555550100" });
    expect(sent).toMatchObject({ phone_number: "+15555550100", request_language: null });
    const tokens = await client.passwordless.signIn({
      username: "+15555550100",
      password: auth0.inbox.latest("+15555550100")?.code,
    });
    expect(tokens["id_token"]).toEqual(expect.any(String));
  });

  it("sends a magic link", async () => {
    await client.requestMagicLink({ email: "ada@example.com", authParams: {} });
    expect(auth0.inbox.latest("ada@example.com")?.link).toMatch(/^https:/);
  });

  it.each(Object.entries(secrets))("accepts the id token of a %s", async (id, clientSecret) => {
    const other = new AuthenticationClient({ domain: otherDomain, clientId: id, clientSecret });
    expect(await other.oauth.signIn(passwordOfAda)).toHaveProperty("id_token");
  });

  it("rejects the id token when its secret is different", async () => {
    const other = new AuthenticationClient({ domain, clientId, clientSecret: "another-secret" });
    await expect(other.oauth.signIn(passwordOfAda)).rejects.toThrow("invalid signature");
    expect(auth0.calls("oauth-ro")[0]?.scenario).toBe("oauth-ro/success");
  });

  it("rejects the id token of another client", async () => {
    const signIn = client.oauth.signIn({ ...passwordOfAda, client_id: "confidential-client" });
    await expect(signIn).rejects.toThrow("jwt audience invalid");
  });

  it("authenticates with its secret", async () => {
    const confidential = new AuthenticationClient({
      domain,
      clientId: "confidential-client",
      clientSecret: "demo-secret",
    });
    await confidential.passwordless.sendSMS({ phone_number: "+15555550100" });
    expect(auth0.calls("passwordless-start")[0]?.scenario).toBe("passwordless-start/success");
  });

  it.each(withError("oauth-ro"))("rejects with the error of $id", async ({ id, error, status }) => {
    auth0.use(id);
    await expect(client.oauth.signIn(passwordOfAda)).rejects.toMatchObject({ name: error, statusCode: status });
  });

  it.each(withError("passwordless-start"))("rejects with the error of $id", async ({ id, error, status }) => {
    auth0.use(id);
    await expect(client.passwordless.sendEmail({ email: "ada@example.com", send: "code" })).rejects.toMatchObject({
      name: error,
      statusCode: status,
    });
  });
});

it("auth0 3 authenticates with a signed assertion", async () => {
  const { privateKey } = generateKeyPairSync("rsa", {
    modulusLength: 2048,
    privateKeyEncoding: { type: "pkcs8", format: "pem" },
    publicKeyEncoding: { type: "spki", format: "pem" },
  });
  const client = new AuthenticationClient3({
    domain,
    clientId: "confidential-client",
    clientAssertionSigningKey: privateKey,
  });
  await client.passwordless.sendEmail({ email: "ada@example.com", send: "code" });
  expect(auth0.calls("passwordless-start")[0]?.scenario).toBe("passwordless-start/success");
});

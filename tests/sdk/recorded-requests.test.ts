import { AuthenticationClient as AuthenticationClient2 } from "auth0-2";
import { AuthenticationClient as AuthenticationClient3 } from "auth0-3";
import { exportJWK, generateKeyPair, SignJWT } from "jose";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { serve } from "#host";
import { mockAuth0 } from "../../src/index.ts";
import { clientInfo, recorded, sent } from "../helpers/on-the-wire.ts";
import { recordedRequests } from "../helpers/recorded-requests.ts";
import { codeMarker, idTokenMarker } from "./recordings/recording.ts";

const domain = "demo.eu.auth0.com";
const device = await generateKeyPair("RS256");
const ada = {
  user_id: "auth0|5f7c8ec7c33c6c004bbafe82",
  email: "ada@example.com",
  phone_number: "+15555550100",
  password: "correct-horse-battery",
  deviceKeys: [{ ...(await exportJWK(device.publicKey)) }],
};
/** The user who needs a second factor to sign in. */
const withSecondFactor = { email: "mfa@example.com", password: "correct-horse-battery", mfaCode: "123456" };
const auth0 = mockAuth0({ domain, tenant: { users: [ada, withSecondFactor] } });
serve(auth0.handlers);
afterEach(() => auth0.reset());

describe("the live tenant accepts the request of", () => {
  it.each(recordedRequests)("$sdk $version: $call", async ({ method, path, headers, body }) => {
    const filled = await fillIn(body, headers["content-type"]);
    const response = await fetch(`https://${domain}${path}`, { method, headers, body: filled });
    const error = response.status === 200 ? null : await response.text();
    expect(error).toBeNull();
    expect(auth0.calls().at(-1)?.scenario).toBe(
      path === "/oauth/ro" ? "oauth-ro/success" : "passwordless-start/success",
    );
  });
});

const anonymous = recordedRequests.filter((each) => each.anonymous);
const named = recordedRequests.filter((each) => !each.anonymous);

it.each(named)("$sdk $version: $call is a recording of that version", ({ version, headers }) => {
  expect(clientInfo(headers["auth0-client"])["version"]).toBe(version);
});

it.each(anonymous)("$sdk $version: $call does not name its SDK", ({ headers }) => {
  expect(headers).not.toHaveProperty("auth0-client");
});

describe("a recording is the request that is sent by", () => {
  const clients = {
    "2.44.1": AuthenticationClient2,
    "3.7.2": AuthenticationClient3,
  };
  const ofNode = recordedRequests.filter(({ sdk }) => sdk === "node-auth0");

  beforeEach(() => {
    // They warn that /oauth/ro is deprecated.
    const warn = vi.spyOn(console, "warn").mockImplementation(() => {});
    return () => warn.mockRestore();
  });

  it.each(ofNode)("$sdk $version: $call", async (recording) => {
    const Client = clients[recording.version as keyof typeof clients];
    auth0.use("oauth-ro/success");
    auth0.use("passwordless-start/success");
    await nodeCalls[recording.call]?.(new Client({ domain, clientId: "demo-client", clientSecret: "demo-secret" }));
    expect(await sent(auth0.calls()[0]?.request, recording)).toEqual(recorded(recording));
  });
});

const nodeCalls: Readonly<Record<string, (client: AuthenticationClient2) => Promise<unknown>>> = {
  "oauth.signIn": (client) =>
    client.oauth.signIn({
      username: "ada@example.com",
      password: "correct-horse-battery",
      connection: "Username-Password-Authentication",
    }),
  "database.signIn": (client) =>
    client.database.signIn({
      username: "ada@example.com",
      password: "correct-horse-battery",
      connection: "Username-Password-Authentication",
    }),
  "passwordless.signIn, email code": (client) =>
    client.passwordless.signIn({ username: "ada@example.com", password: codeMarker, connection: "email" }),
  "passwordless.signIn, sms code": (client) =>
    client.passwordless.signIn({ username: "+15555550100", password: codeMarker }),
  "passwordless.sendEmail, code": (client) =>
    client.passwordless.sendEmail(
      { email: "ada@example.com", send: "code" },
      { forwardedFor: "203.0.113.7", requestLanguage: "fr" },
    ),
  requestMagicLink: (client) => client.requestMagicLink({ email: "ada@example.com", authParams: {} }),
  "passwordless.sendSMS": (client) => client.passwordless.sendSMS({ phone_number: "+15555550100" }),
};

/** Replaces the markers with a code that was sent, or a token that the device signs. */
async function fillIn(body: string, type: string | undefined): Promise<string> {
  const inForm = encodeURIComponent(codeMarker);
  if (type === "application/x-www-form-urlencoded" && body.includes(inForm)) {
    const { connection = "", username = "" } = Object.fromEntries(new URLSearchParams(body));
    return body.replace(inForm, await sendCode({ connection, username }));
  }
  if (body.includes(codeMarker)) return body.replace(codeMarker, await sendCode(JSON.parse(body)));
  if (body.includes(idTokenMarker)) return body.replace(idTokenMarker, await signOnDevice());
  return body;
}

async function sendCode({ connection, username }: { connection: string; username: string }): Promise<string> {
  const to = connection === "email" ? { email: username } : { phone_number: username };
  await fetch(`https://${domain}/passwordless/start`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ client_id: "demo-client", connection, ...to, send: "code" }),
  });
  return auth0.inbox.latest(username)?.code ?? "no code was sent";
}

/** The token of auth0/TouchIDAuth 0.2.0: the issuer is the user, the subject is the fingerprint of the key. */
function signOnDevice(): Promise<string> {
  return new SignJWT({ device: "Ada’s iPhone" })
    .setProtectedHeader({ alg: "RS256", typ: "JWT" })
    .setIssuer(ada.user_id)
    .setSubject("6f9b2f4a0d7c1e35")
    .setIssuedAt()
    .setExpirationTime("30s")
    .sign(device.privateKey);
}

import { mockAuth0 } from "auth0-msw";
import { expect, test } from "vitest";
import { sendRequest, untypedMock } from "../../tests/helpers/ask.ts";

/** The reason that the call log shows for each example. */
const reasons: Readonly<Record<string, string>> = {
  "oauth-ro/missing-device": "no device",
  "oauth-ro/missing-id-token": "no id_token",
  "oauth-ro/invalid-grant": "the id_token is malformed",
  "oauth-ro/missing-username": "no username",
  "oauth-ro/missing-password": "no password",
  "oauth-ro/missing-connection": "no connection",
  "oauth-ro/invalid-scope": "the scope is not a string",
  "oauth-ro/unsupported-strategy": "google-oauth2 has no passwords",
  "oauth-ro/wrong-password": "the password is wrong",
  "oauth-ro/user-blocked": "the user blocked@example.com provokes it",
  "oauth-ro/password-leaked": "the user leaked@example.com provokes it",
  "oauth-ro/too-many-attempts": "the user locked@example.com provokes it",
  "oauth-ro/too-many-logins": "the user busy@example.com provokes it",
  "oauth-ro/missing-client-id": "no client_id",
  "oauth-ro/connection-not-found": "unknown connection no-such-connection",
  "oauth-ro/connection-disabled": "the connection disabled-database provokes it",
  "oauth-ro/connection-not-configured": "the connection unconfigured-database provokes it",
  "oauth-ro/connection-not-in-tenant": "the connection other-tenant-database provokes it",
  "oauth-ro/dotted-fields": "the user dotted@example.com provokes it",
  "oauth-ro/invalid-client": "unknown client unknown-client",
  "oauth-ro/access-denied": "the user denied@example.com provokes it",
  "oauth-ro/grant-not-allowed": "the client no-legacy-grants-client provokes it",
  "oauth-ro/oidc-conformant-client": "the client oidc-conformant-client provokes it",
  "oauth-ro/requires-verification": "the user suspicious@example.com provokes it",
  "oauth-ro/mfa-required": "no mfa_code",
  "oauth-ro/mfa-invalid-code": "the mfa_code is wrong",
  "oauth-ro/mfa-not-enrolled": "the user mfa-not-enrolled@example.com provokes it",
  "oauth-ro/mfa-enrollment-required": "the user mfa-enroll@example.com provokes it",
  "oauth-ro/mfa-provider-unsupported": "the user mfa-guardian@example.com provokes it",
  "oauth-ro/mfa-not-allowed": "the user has no second factor",
  "oauth-ro/rule-refused": "the user refused@example.com provokes it",
  "oauth-ro/code-expired": "the user code-expired@example.com provokes it",
  "oauth-ro/too-many-code-attempts": "the user code-attempts@example.com provokes it",
  "oauth-ro/bad-request": "the body must be a JSON object, not array",
  "oauth-ro/success": "ada@example.com signed in",
  "oauth-ro/unauthorized": "the client_secret is wrong",
  "oauth-ro/not-found": "the tenant has this endpoint turned off",
  "oauth-ro/method-not-allowed": "the method is PUT",
  "oauth-ro/too-many-requests": "the tenant's rate limit is reached",
  "passwordless-start/invalid-tenant": "the host has no tenant",
  "passwordless-start/missing-client-id": "no client_id",
  "passwordless-start/missing-connection": "no connection",
  "passwordless-start/connection-not-found": "unknown connection no-such-connection",
  "passwordless-start/connection-disabled": "the connection disabled-email provokes it",
  "passwordless-start/invalid-connection-strategy": "Username-Password-Authentication has the strategy auth0",
  "passwordless-start/invalid-auth-params": "the authParams are not an object",
  "passwordless-start/unknown-parameters": "unknown properties: favourite_colour",
  "passwordless-start/missing-phone-number": "no phone_number",
  "passwordless-start/invalid-phone-number": "the phone_number does not match the pattern",
  "passwordless-start/sms-provider-error": "the number +15005550001 provokes it",
  "passwordless-start/missing-email": "no email",
  "passwordless-start/invalid-email": "the email is not an email address",
  "passwordless-start/invalid-send": "the send value is unknown",
  "passwordless-start/public-signup-disabled": "nobody@example.com is unknown, and no-signup-email allows no signup",
  "passwordless-start/client-authentication-required": "the client is confidential and sent no secret",
  "passwordless-start/invalid-captcha": "the captcha is wrong",
  "passwordless-start/user-blocked": "the user blocked@example.com provokes it",
  "passwordless-start/bad-request": "the body must be a JSON object, not array",
  "passwordless-start/success": "sent to ada@example.com",
  "passwordless-start/unauthorized": "the client_secret is wrong",
  "passwordless-start/not-found": "the tenant has this endpoint turned off",
  "passwordless-start/method-not-allowed": "the method is PUT",
  "passwordless-start/too-many-requests": "the tenant's rate limit is reached",
};

const provoked = mockAuth0().scenarios.filter(({ example }) => example);

test.each(provoked)("$id", async ({ id, endpoint, example }) => {
  const { method, host, path, headers, body, tenant = {} } = example ?? {};
  const auth0 = untypedMock({ tenant });
  const url = `https://${host ?? "demo.eu.auth0.com"}${path}`;
  const { call } = await sendRequest(auth0, endpoint, body, {
    url,
    ...(method && { method }),
    ...(headers && { headers }),
  });
  expect([call.scenario, call.reason]).toEqual([id, reasons[id]]);
});

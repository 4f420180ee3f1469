import type { Connection } from "../../scenarios/demo-tenant.ts";
import type { Attempt, Verdict } from "../attempt.ts";
import { generate } from "./generate.ts";
import { identify } from "./identity.ts";
import { isEmail, parsePasswordlessStart, typeName, unknownParameters } from "./read.ts";
import { accountKey, codeLifetime, type Identity, issueCode, stateOf } from "./state.ts";
import { findClient, findConnection, findUser, hasWrongSecret, isPasswordless, tenantOf } from "./tenant.ts";
import { provokedBy, say } from "./verdict.ts";

const waysToSend = new Set<unknown>(["link", "code", "link_ios", "link_android", null, undefined]);
const phoneNumberPattern = /^\+[0-9]{1,15}$/;

/** The checks of `/passwordless/start`, in the service's order (inferred). */
export async function start(attempt: Attempt, given: Record<string, unknown>): Promise<Verdict> {
  const tenant = tenantOf(attempt);
  if (new URL(attempt.request.url).hostname.split(".")[0] === "invalid-tenant") {
    return say(attempt, "invalid-tenant", "the host names no tenant");
  }
  const unknown = unknownParameters(given);
  if (unknown.length > 0) {
    const parameters = unknown.join(", ");
    return say(attempt, "unknown-parameters", `unknown: ${parameters}`, { parameters });
  }
  const read = parsePasswordlessStart(given);
  if ("issue" in read) return say(attempt, "bad-request", read.issue, { detail: read.issue });
  const { client_id, client_secret, client_assertion, connection: connectionName, authParams, send } = read.fields;

  if (!client_id) return say(attempt, "missing-client-id", "no client_id");
  const client = findClient(tenant, client_id, client_secret);
  if (!client) return say(attempt, "unauthorized", `no client is called ${client_id}`);
  if (hasWrongSecret(client, client_secret)) return say(attempt, "unauthorized", "the client_secret is wrong");
  if (client.confidential && !client_secret && !client_assertion) {
    return say(attempt, "client-authentication-required", "a confidential client without its secret");
  }
  const byClient = provokedBy(attempt, client, `the client ${client_id}`);
  if (byClient) return byClient;

  if (!connectionName) return say(attempt, "missing-connection", "no connection");
  if (authParams !== undefined && authParams !== null && typeName(authParams) !== "object") {
    return say(attempt, "invalid-auth-params", "the authParams are no object", { type: typeName(authParams) });
  }
  if (!waysToSend.has(send)) {
    return say(attempt, "invalid-send", "no such way to send", { send: asText(send) });
  }

  const connection = findConnection(tenant, connectionName);
  if (!connection) return say(attempt, "connection-not-found", `no connection is called ${connectionName}`);
  const byConnection = provokedBy(attempt, connection, `the connection ${connectionName}`);
  if (byConnection) return byConnection;
  if (!isPasswordless(connection)) {
    return say(attempt, "invalid-connection-strategy", `${connectionName} is of the strategy ${connection.strategy}`);
  }

  const address = connection.strategy === "sms" ? read.fields.phone_number : read.fields.email;
  const misaddressed = refuseAddress(attempt, connection, address);
  if (misaddressed) return misaddressed;
  const to = String(address);
  const user = findUser(tenant, connection, to);
  const byUser =
    provokedBy(attempt, user, `the user ${to}`) ??
    provokedBy(
      attempt,
      tenant.phoneNumbers.find(({ phone_number }) => connection.strategy === "sms" && phone_number === to),
      `the number ${to}`,
    );
  if (byUser) return byUser;
  const known = user ?? stateOf(attempt).identities.get(accountKey(connection, to));
  if (!known && connection.signup === false) {
    return say(attempt, "public-signup-disabled", `${to} is unknown, and nobody signs up`);
  }
  const identity = await identify(attempt, connection, to, user);
  return sendMessage(attempt, connection, to, identity, client_id, send !== "code", `sent to ${to}`);
}

/** Sends a code or a link to anybody, whatever the request says. */
export async function startAnybody(attempt: Attempt, given: Record<string, unknown>): Promise<Verdict> {
  const tenant = tenantOf(attempt);
  const sms = given["connection"] === "sms" || (given["connection"] === undefined && "phone_number" in given);
  const strategy = sms ? "sms" : "email";
  const named = findConnection(tenant, String(given["connection"]));
  const connection = named && isPasswordless(named) ? named : { name: strategy, strategy };
  const address = connection.strategy === "sms" ? given["phone_number"] : given["email"];
  const to = typeof address === "string" && address !== "" ? address : (anybody[connection.strategy] ?? "");
  const identity = await identify(attempt, connection, to, findUser(tenant, connection, to));
  const clientId = typeof given["client_id"] === "string" ? given["client_id"] : "demo-client";
  return sendMessage(attempt, connection, to, identity, clientId, given["send"] !== "code", "");
}

const anybody: Readonly<Record<string, string>> = { email: "somebody@example.com", sms: "+15555550199" };

function refuseAddress(attempt: Attempt, { strategy }: Connection, address: unknown): Verdict | undefined {
  const missing = address === undefined || address === null;
  if (strategy === "sms") {
    if (missing) return say(attempt, "missing-phone-number", "no phone_number");
    const valid = typeof address === "string" && phoneNumberPattern.test(address);
    return valid ? undefined : say(attempt, "invalid-phone-number", "the phone_number does not match the pattern");
  }
  if (missing) return say(attempt, "missing-email", "no email");
  return isEmail(address)
    ? undefined
    : say(attempt, "invalid-email", "the email is no email address", { email: asText(address) });
}

/** Puts a code into the inbox; the link carries the same code. */
async function sendMessage(
  attempt: Attempt,
  connection: Connection,
  to: string,
  identity: Identity,
  clientId: string,
  asLink: boolean,
  reason: string,
): Promise<Verdict> {
  const code = await generate([attempt.mock.seed, attempt.n], (faker) => faker.string.numeric(6));
  const expiresAt = attempt.at + codeLifetime;
  issueCode(attempt, accountKey(connection, to), code, expiresAt);

  const sms = connection.strategy === "sms";
  const link = new URL("/passwordless/verify_redirect", `https://${new URL(attempt.request.url).host}`);
  link.search = new URLSearchParams({
    client_id: clientId,
    connection: connection.name,
    [sms ? "phone_number" : "email"]: to,
    verification_code: code,
  }).toString();
  attempt.memory.mailbox.post({
    to,
    connection: connection.name,
    code,
    ...(asLink && { link: link.href }),
    sentAt: attempt.at,
    expiresAt,
  });

  const _id = identity.user_id.slice(identity.user_id.indexOf("|") + 1);
  const { email_verified = false, phone_number_verified = false } = identity.claims;
  const body = sms
    ? { _id, phone_number: to, phone_verified: phone_number_verified, request_language: null }
    : { _id, email: to, email_verified };
  return { ...say(attempt, "success", reason), body };
}

function asText(value: unknown): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}

import type { Connection } from "../../scenarios/demo-tenant.ts";
import type { RequestContext, Outcome } from "../engine/request-context.ts";
import { generate } from "./generate.ts";
import { identify } from "./identity.ts";
import { provokedBy, outcomeFor } from "./outcome.ts";
import { isEmail, parsePasswordlessStart, unknownParameters } from "./parameters.ts";
import { typeName } from "./parse-body.ts";
import { accountKey, codeLifetime, type Identity, issueCode, stateOf } from "./state.ts";
import { findClient, findConnection, findUser, hasWrongSecret, isPasswordless, tenantOf } from "./tenant.ts";

const waysToSend = new Set<unknown>(["link", "code", "link_ios", "link_android", null, undefined]);
/** Any other captcha is accepted. */
const wrongCaptcha = "wrong";
const phoneNumberPattern = /^\+[0-9]{1,15}$/;

/** The checks of `/passwordless/start`, in the service's order (inferred). */
export async function startPasswordless(context: RequestContext, given: Record<string, unknown>): Promise<Outcome> {
  const tenant = tenantOf(context);
  if (new URL(context.request.url).hostname.split(".")[0] === "invalid-tenant") {
    return outcomeFor(context, "invalid-tenant", "the host has no tenant");
  }
  const unknown = unknownParameters(given);
  if (unknown.length > 0) {
    const parameters = unknown.join(", ");
    return outcomeFor(context, "unknown-parameters", `unknown properties: ${parameters}`, { parameters });
  }
  const read = parsePasswordlessStart(given);
  if ("issue" in read) return outcomeFor(context, "bad-request", read.issue, { detail: read.issue });
  const { client_id, client_secret, client_assertion, connection: connectionName, authParams, send } = read.fields;

  if (!client_id) return outcomeFor(context, "missing-client-id", "no client_id");
  const client = findClient(context, client_id, client_secret);
  if (!client) return outcomeFor(context, "unauthorized", `unknown client ${client_id}`);
  if (hasWrongSecret(client, client_secret)) return outcomeFor(context, "unauthorized", "the client_secret is wrong");
  if (client.confidential && !client_secret && !client_assertion) {
    return outcomeFor(context, "client-authentication-required", "the client is confidential and sent no secret");
  }
  const byClient = provokedBy(context, client, `the client ${client_id}`);
  if (byClient) return byClient;
  if (read.fields.captcha === wrongCaptcha) return outcomeFor(context, "invalid-captcha", "the captcha is wrong");

  if (!connectionName) return outcomeFor(context, "missing-connection", "no connection");
  if (authParams !== undefined && authParams !== null && typeName(authParams) !== "object") {
    return outcomeFor(context, "invalid-auth-params", "the authParams are not an object", {
      type: typeName(authParams),
    });
  }
  if (!waysToSend.has(send)) {
    return outcomeFor(context, "invalid-send", "the send value is unknown", { send: asText(send) });
  }

  const connection = findConnection(tenant, connectionName);
  if (!connection) return outcomeFor(context, "connection-not-found", `unknown connection ${connectionName}`);
  const byConnection = provokedBy(context, connection, `the connection ${connectionName}`);
  if (byConnection) return byConnection;
  if (!isPasswordless(connection)) {
    return outcomeFor(
      context,
      "invalid-connection-strategy",
      `${connectionName} has the strategy ${connection.strategy}`,
    );
  }

  const address = connection.strategy === "sms" ? read.fields.phone_number : read.fields.email;
  const invalidAddress = checkAddress(context, connection, address);
  if (invalidAddress) return invalidAddress;
  const to = String(address);
  const user = findUser(tenant, connection, to);
  const byUser =
    provokedBy(context, user, `the user ${to}`) ??
    provokedBy(
      context,
      tenant.phoneNumbers.find(({ phone_number }) => connection.strategy === "sms" && phone_number === to),
      `the number ${to}`,
    );
  if (byUser) return byUser;
  const known = user ?? stateOf(context).identities.get(accountKey(connection, to));
  if (!known && connection.signup === false) {
    return outcomeFor(context, "public-signup-disabled", `${to} is unknown, and ${connectionName} allows no signup`);
  }
  const identity = await identify(context, connection, to, user);
  return sendMessage(context, { connection, to, identity, client_id, send, authParams }, `sent to ${to}`);
}

/** Sends a code or a link for any request. */
export async function startForAnyone(context: RequestContext, given: Record<string, unknown>): Promise<Outcome> {
  const tenant = tenantOf(context);
  const { connection: name, client_id, send, authParams } = given;
  const strategy = name === "sms" || (name === undefined && "phone_number" in given) ? "sms" : "email";
  const named = typeof name === "string" ? findConnection(tenant, name) : undefined;
  const connection = named && isPasswordless(named) ? named : { name: strategy, strategy };
  const isSms = connection.strategy === "sms";
  const address = isSms ? given["phone_number"] : given["email"];
  const anyone = isSms ? "+15555550199" : "somebody@example.com";
  const to = typeof address === "string" && address !== "" ? address : anyone;
  const identity = await identify(context, connection, to, findUser(tenant, connection, to));
  const message = { connection, to, identity, send, authParams };
  return sendMessage(context, { ...message, client_id: typeof client_id === "string" ? client_id : "demo-client" }, "");
}

function checkAddress(context: RequestContext, { strategy }: Connection, address: unknown): Outcome | undefined {
  const missing = address === undefined || address === null;
  if (strategy === "sms") {
    if (missing) return outcomeFor(context, "missing-phone-number", "no phone_number");
    const valid = typeof address === "string" && phoneNumberPattern.test(address);
    return valid
      ? undefined
      : outcomeFor(context, "invalid-phone-number", "the phone_number does not match the pattern");
  }
  if (missing) return outcomeFor(context, "missing-email", "no email");
  return isEmail(address)
    ? undefined
    : outcomeFor(context, "invalid-email", "the email is not an email address", { email: asText(address) });
}

interface MessageRequest {
  readonly connection: Connection;
  readonly to: string;
  readonly identity: Identity;
  readonly client_id: string;
  readonly send: unknown;
  readonly authParams: unknown;
}

/** Adds a message with a code to the inbox. A link has the same code, and is only sent by email. */
async function sendMessage(context: RequestContext, message: MessageRequest, reason: string): Promise<Outcome> {
  const { connection, to, identity, send } = message;
  const code = await generate([context.mock.seed, context.n], (faker) => faker.string.numeric(6));
  const expiresAt = context.at + codeLifetime;
  issueCode(context, accountKey(connection, to), code, expiresAt);

  const isSms = connection.strategy === "sms";
  context.tenantState.mailbox.post({
    to,
    connection: connection.name,
    code,
    ...(!isSms && send !== "code" && { link: linkWith(context, message, code) }),
    sentAt: context.at,
    expiresAt,
  });

  const _id = identity.user_id.slice(identity.user_id.indexOf("|") + 1);
  const { email_verified = false, phone_number_verified = false } = identity.claims;
  const body = isSms
    ? { _id, phone_number: to, phone_verified: phone_number_verified, request_language: null }
    : { _id, email: to, email_verified };
  return { ...outcomeFor(context, "success", reason), body };
}

/** The authParams are added to the link's query, or override it (Authentication API reference, Get Code or Link). */
function linkWith(
  { request }: RequestContext,
  { connection, to, client_id, authParams }: MessageRequest,
  verification_code: string,
): string {
  const link = new URL("/passwordless/verify_redirect", `https://${new URL(request.url).host}`);
  link.search = new URLSearchParams({
    client_id,
    connection: connection.name,
    email: to,
    verification_code,
  }).toString();
  if (typeName(authParams) !== "object") return link.href;
  for (const [name, value] of Object.entries(authParams as object)) {
    if (value !== undefined && value !== null) link.searchParams.set(name, asText(value));
  }
  return link.href;
}

function asText(value: unknown): string {
  if (typeof value === "string") return value;
  try {
    return JSON.stringify(value);
  } catch {
    // Nested too deeply.
    return typeName(value);
  }
}

import { fill } from "../catalog/placeholders.ts";
import type { RequestContext, Outcome } from "../engine/request-context.ts";
import { confirm, identify } from "./identity.ts";
import { nameOf, provokedBy, outcomeFor } from "./outcome.ts";
import { type OauthRoParameters, parseOauthRo } from "./parameters.ts";
import {
  accountKey,
  clearFailures,
  countFailure,
  type Identity,
  isLocked,
  type Redemption,
  redeemCode,
} from "./state.ts";
import {
  findClient,
  findConnection,
  findUser,
  hasPasswords,
  hasWrongSecret,
  isPasswordless,
  type Signer,
  signerOf,
  tenantOf,
} from "./tenant.ts";
import { issueTokens } from "./tokens.ts";

const jwtBearer = "urn:ietf:params:oauth:grant-type:jwt-bearer";

/** The checks of `/oauth/ro`, in the service's order (inferred). */
export async function signIn(context: RequestContext, given: Record<string, unknown>): Promise<Outcome> {
  const tenant = tenantOf(context);
  const read = parseOauthRo(given);
  if ("issue" in read) return outcomeFor(context, "bad-request", read.issue, { detail: read.issue });
  const { fields } = read;
  const { client_id, client_secret, grant_type } = fields;

  if (!client_id) return outcomeFor(context, "missing-client-id", "no client_id");
  const client = findClient(context, client_id, client_secret);
  if (!client) return outcomeFor(context, "invalid-client", `unknown client ${client_id}`);
  if (hasWrongSecret(client, client_secret)) return outcomeFor(context, "unauthorized", "the client_secret is wrong");

  if (grant_type !== "password" && grant_type !== jwtBearer) {
    const detail = grant_type ? `unsupported grant_type ${grant_type}` : "missing grant_type parameter";
    return outcomeFor(context, "bad-request", detail, { detail });
  }
  const byClient = provokedBy(context, client, `the client ${client_id}`);
  if (byClient) return byClient;

  const signer = signerOf(tenant, client);
  return grant_type === "password"
    ? signInWithPassword(context, signer, fields)
    : signInWithIdToken(context, signer, fields);
}

async function signInWithPassword(
  context: RequestContext,
  client: Signer,
  fields: OauthRoParameters,
): Promise<Outcome> {
  const tenant = tenantOf(context);
  const { username, password, connection: connectionName, device } = fields;
  if (!username) return outcomeFor(context, "missing-username", "no username");
  if (!password) return outcomeFor(context, "missing-password", "no password");
  if (!connectionName) return outcomeFor(context, "missing-connection", "no connection");
  const scope = readScope(fields);
  if (scope === null) return outcomeFor(context, "invalid-scope", "the scope is not a string");

  const refused = refuseConnection(context, connectionName);
  if (refused) return refused;
  const connection = findConnection(tenant, connectionName);
  if (!connection || !(hasPasswords(connection) || isPasswordless(connection))) {
    return outcomeFor(context, "unsupported-strategy", `${connectionName} has no passwords`);
  }

  const account = accountKey(connection, username);
  const user = findUser(tenant, connection, username);
  const byUser = provokedBy(context, user, `the user ${username}`);
  if (isLocked(context, account)) return outcomeFor(context, "too-many-attempts", "ten attempts in a row failed");
  if (byUser && beforeCredentials.has(nameOf(byUser))) return byUser;

  const wrong = isPasswordless(connection)
    ? checkCode(context, account, password, connection.strategy)
    : checkPassword(context, user, password);
  if (wrong) {
    if (nameOf(wrong) === "wrong-password") countFailure(context, account);
    return wrong;
  }
  clearFailures(context, account);
  if (byUser) return byUser;
  const byMfa = checkMfa(context, user, fields.mfa_code);
  if (byMfa) return byMfa;

  const identity = await identify(context, connection, username, user);
  const confirmed = isPasswordless(connection) ? confirm(context, connection, username, identity) : identity;
  return signedIn(context, client, confirmed, scope, device, `${username} signed in`);
}

async function signInWithIdToken(context: RequestContext, client: Signer, fields: OauthRoParameters): Promise<Outcome> {
  const { id_token, device, connection } = fields;
  if (!device) return outcomeFor(context, "missing-device", "no device");
  if (!id_token) return outcomeFor(context, "missing-id-token", "no id_token");
  const scope = readScope(fields);
  if (scope === null) return outcomeFor(context, "invalid-scope", "the scope is not a string");
  const refused = connection && refuseConnection(context, connection);
  if (refused) return refused;

  const { readIdToken } = await import("./read-id-token.ts");
  const bearer = await readIdToken(context, client, id_token);
  if ("issue" in bearer) return outcomeFor(context, "invalid-grant", bearer.issue, { detail: bearer.issue });
  const byUser = provokedBy(context, bearer.user, "the user of the id_token");
  if (byUser?.entry.grant === "password") {
    const { entry, params = {}, reason } = byUser;
    const detail = fill(entry.description ?? entry.error ?? "", entry.params, params);
    return outcomeFor(context, "invalid-grant", reason, { detail });
  }
  return byUser ?? signedIn(context, client, bearer.identity, scope, device, "the id_token is valid");
}

/** Signs in for any request. */
export async function signInAnyone(context: RequestContext, given: Record<string, unknown>): Promise<Outcome> {
  const tenant = tenantOf(context);
  const read = parseOauthRo(given);
  const fields: Partial<OauthRoParameters> = "fields" in read ? read.fields : {};
  const { client_id = "demo-client", client_secret, connection: name = "", username = "somebody@example.com" } = fields;
  const client = signerOf(tenant, findClient(context, client_id, client_secret) ?? { client_id });
  const connection = findConnection(tenant, name) ?? { name, strategy: "auth0" };
  const identity = await identify(context, connection, username, findUser(tenant, connection, username));
  return signedIn(context, client, identity, anyScope(given["scope"]), fields.device, "");
}

/** The tenant rejects a list of scopes, but a forced success accepts it. */
function anyScope(scope: unknown): string | undefined {
  const text = Array.isArray(scope) ? scope.filter((one) => typeof one === "string").join(" ") : scope;
  return readScope({ scope: text }) ?? undefined;
}

async function signedIn(
  context: RequestContext,
  client: Signer,
  identity: Identity,
  scope: string | undefined,
  device: string | undefined,
  reason: string,
): Promise<Outcome> {
  return {
    ...outcomeFor(context, "success", reason),
    body: await issueTokens(context, client, identity, scope, device),
  };
}

/** The scope: undefined when there is none, null when it is not a string. */
function readScope({ scope }: { readonly scope?: unknown }): string | undefined | null {
  if (scope === undefined || scope === null || scope === "") return undefined;
  return typeof scope === "string" ? scope : null;
}

function refuseConnection(context: RequestContext, name: string): Outcome | undefined {
  const connection = findConnection(tenantOf(context), name);
  if (!connection) return outcomeFor(context, "connection-not-found", `unknown connection ${name}`);
  return provokedBy(context, connection, `the connection ${name}`);
}

/** A tenant user without a password may use any password. */
function checkPassword(
  context: RequestContext,
  user: { readonly password?: string } | undefined,
  given: string,
): Outcome | undefined {
  if (user && (user.password === undefined || user.password === given)) return undefined;
  return outcomeFor(context, "wrong-password", user ? "the password is wrong" : "the user is unknown");
}

function checkCode(context: RequestContext, account: string, given: string, strategy: string): Outcome | undefined {
  const redemption = redeemCode(context, account, given);
  if (redemption === "right") return undefined;
  if (redemption === "expired") return outcomeFor(context, "code-expired", "the code is expired");
  if (redemption === "too many tries") {
    return outcomeFor(context, "too-many-code-attempts", "the code had its three wrong tries");
  }
  const who = strategy === "sms" ? "phone number" : "email";
  return outcomeFor(context, "wrong-password", wrongCodes[redemption], {
    detail: `Wrong ${who} or verification code.`,
  });
}

const wrongCodes: Readonly<Record<Extract<Redemption, "none" | "wrong">, string>> = {
  none: "no code was sent, or it was used",
  wrong: "the code is wrong",
};

function checkMfa(
  context: RequestContext,
  user: { readonly mfaCode?: string } | undefined,
  given: string | undefined,
): Outcome | undefined {
  const expected = user?.mfaCode;
  if (expected === undefined) {
    return given === undefined ? undefined : outcomeFor(context, "mfa-not-allowed", "the user has no second factor");
  }
  if (given === undefined) return outcomeFor(context, "mfa-required", "no mfa_code");
  return given === expected ? undefined : outcomeFor(context, "mfa-invalid-code", "the mfa_code is wrong");
}

/** Provoked scenarios that answer before the password or code is checked. */
const beforeCredentials = new Set([
  "too-many-attempts",
  "too-many-logins",
  "requires-verification",
  "code-expired",
  "too-many-code-attempts",
  "success",
]);

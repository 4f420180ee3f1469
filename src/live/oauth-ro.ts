import type { Attempt, Verdict } from "../attempt.ts";
import { fill } from "../placeholders.ts";
import { confirm, identify } from "./identity.ts";
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
import { nameOf, provokedBy, say } from "./verdict.ts";

const jwtBearer = "urn:ietf:params:oauth:grant-type:jwt-bearer";

/** The checks of `/oauth/ro`, in the service's order (inferred). */
export async function signIn(attempt: Attempt, given: Record<string, unknown>): Promise<Verdict> {
  const tenant = tenantOf(attempt);
  const read = parseOauthRo(given);
  if ("issue" in read) return say(attempt, "bad-request", read.issue, { detail: read.issue });
  const { fields } = read;
  const { client_id, client_secret, grant_type } = fields;

  if (!client_id) return say(attempt, "missing-client-id", "no client_id");
  const client = findClient(attempt, client_id, client_secret);
  if (!client) return say(attempt, "invalid-client", `unknown client ${client_id}`);
  if (hasWrongSecret(client, client_secret)) return say(attempt, "unauthorized", "the client_secret is wrong");

  if (grant_type !== "password" && grant_type !== jwtBearer) {
    const detail = grant_type ? `unsupported grant_type ${grant_type}` : "missing grant_type parameter";
    return say(attempt, "bad-request", detail, { detail });
  }
  const byClient = provokedBy(attempt, client, `the client ${client_id}`);
  if (byClient) return byClient;

  const signer = signerOf(tenant, client);
  return grant_type === "password"
    ? signInWithPassword(attempt, signer, fields)
    : signInWithIdToken(attempt, signer, fields);
}

async function signInWithPassword(attempt: Attempt, client: Signer, fields: OauthRoParameters): Promise<Verdict> {
  const tenant = tenantOf(attempt);
  const { username, password, connection: connectionName, device } = fields;
  if (!username) return say(attempt, "missing-username", "no username");
  if (!password) return say(attempt, "missing-password", "no password");
  if (!connectionName) return say(attempt, "missing-connection", "no connection");
  const scope = readScope(fields);
  if (scope === null) return say(attempt, "invalid-scope", "the scope is not a string");

  const refused = refuseConnection(attempt, connectionName);
  if (refused) return refused;
  const connection = findConnection(tenant, connectionName);
  if (!connection || !(hasPasswords(connection) || isPasswordless(connection))) {
    return say(attempt, "unsupported-strategy", `${connectionName} has no passwords`);
  }

  const account = accountKey(connection, username);
  const user = findUser(tenant, connection, username);
  const byUser = provokedBy(attempt, user, `the user ${username}`);
  if (isLocked(attempt, account)) return say(attempt, "too-many-attempts", "ten attempts in a row failed");
  if (byUser && beforeCredentials.has(nameOf(byUser))) return byUser;

  const wrong = isPasswordless(connection)
    ? checkCode(attempt, account, password, connection.strategy)
    : checkPassword(attempt, user, password);
  if (wrong) {
    if (nameOf(wrong) === "wrong-password") countFailure(attempt, account);
    return wrong;
  }
  clearFailures(attempt, account);
  if (byUser) return byUser;
  const byMfa = checkMfa(attempt, user, fields.mfa_code);
  if (byMfa) return byMfa;

  const identity = await identify(attempt, connection, username, user);
  const confirmed = isPasswordless(connection) ? confirm(attempt, connection, username, identity) : identity;
  return welcome(attempt, client, confirmed, scope, device, `${username} signed in`);
}

async function signInWithIdToken(attempt: Attempt, client: Signer, fields: OauthRoParameters): Promise<Verdict> {
  const { id_token, device, connection } = fields;
  if (!device) return say(attempt, "missing-device", "no device");
  if (!id_token) return say(attempt, "missing-id-token", "no id_token");
  const scope = readScope(fields);
  if (scope === null) return say(attempt, "invalid-scope", "the scope is not a string");
  const refused = connection && refuseConnection(attempt, connection);
  if (refused) return refused;

  const { readIdToken } = await import("./read-id-token.ts");
  const bearer = await readIdToken(attempt, client, id_token);
  if ("issue" in bearer) return say(attempt, "invalid-grant", bearer.issue, { detail: bearer.issue });
  const byUser = provokedBy(attempt, bearer.user, "the user of the id_token");
  if (byUser?.entry.grant === "password") {
    const { entry, params = {}, reason } = byUser;
    const detail = fill(entry.description ?? entry.error ?? "", entry.params, params);
    return say(attempt, "invalid-grant", reason, { detail });
  }
  return byUser ?? welcome(attempt, client, bearer.identity, scope, device, "the id_token is valid");
}

/** Signs anybody in, whatever the request says. */
export async function signInAnybody(attempt: Attempt, given: Record<string, unknown>): Promise<Verdict> {
  const tenant = tenantOf(attempt);
  const read = parseOauthRo(given);
  const fields: Partial<OauthRoParameters> = "fields" in read ? read.fields : {};
  const { client_id = "demo-client", client_secret, connection: name = "", username = "somebody@example.com" } = fields;
  const client = signerOf(tenant, findClient(attempt, client_id, client_secret) ?? { client_id });
  const connection = findConnection(tenant, name) ?? { name, strategy: "auth0" };
  const identity = await identify(attempt, connection, username, findUser(tenant, connection, username));
  return welcome(attempt, client, identity, anyScope(given["scope"]), fields.device, "");
}

/** A list of scopes is refused by the tenant, and understood where a success is forced. */
function anyScope(scope: unknown): string | undefined {
  const text = Array.isArray(scope) ? scope.filter((one) => typeof one === "string").join(" ") : scope;
  return readScope({ scope: text }) ?? undefined;
}

async function welcome(
  attempt: Attempt,
  client: Signer,
  identity: Identity,
  scope: string | undefined,
  device: string | undefined,
  reason: string,
): Promise<Verdict> {
  return { ...say(attempt, "success", reason), body: await issueTokens(attempt, client, identity, scope, device) };
}

/** The scope, undefined where there is none, null where it is no string. */
function readScope({ scope }: { readonly scope?: unknown }): string | undefined | null {
  if (scope === undefined || scope === null || scope === "") return undefined;
  return typeof scope === "string" ? scope : null;
}

function refuseConnection(attempt: Attempt, name: string): Verdict | undefined {
  const connection = findConnection(tenantOf(attempt), name);
  if (!connection) return say(attempt, "connection-not-found", `unknown connection ${name}`);
  return provokedBy(attempt, connection, `the connection ${name}`);
}

/** Left out, any password is right. */
function checkPassword(
  attempt: Attempt,
  user: { readonly password?: string } | undefined,
  given: string,
): Verdict | undefined {
  if (user && (user.password === undefined || user.password === given)) return undefined;
  return say(attempt, "wrong-password", user ? "the password is wrong" : "the user is unknown");
}

function checkCode(attempt: Attempt, account: string, given: string, strategy: string): Verdict | undefined {
  const redemption = redeemCode(attempt, account, given);
  if (redemption === "right") return undefined;
  if (redemption === "expired") return say(attempt, "code-expired", "the code is expired");
  if (redemption === "too many tries") {
    return say(attempt, "too-many-code-attempts", "the code had its three wrong tries");
  }
  const who = strategy === "sms" ? "phone number" : "email";
  return say(attempt, "wrong-password", wrongCodes[redemption], { detail: `Wrong ${who} or verification code.` });
}

const wrongCodes: Readonly<Record<Extract<Redemption, "none" | "wrong">, string>> = {
  none: "no code was sent, or it was used",
  wrong: "the code is wrong",
};

function checkMfa(
  attempt: Attempt,
  user: { readonly mfaCode?: string } | undefined,
  given: string | undefined,
): Verdict | undefined {
  const expected = user?.mfaCode;
  if (expected === undefined) {
    return given === undefined ? undefined : say(attempt, "mfa-not-allowed", "the user has no second factor");
  }
  if (given === undefined) return say(attempt, "mfa-required", "no mfa_code");
  return given === expected ? undefined : say(attempt, "mfa-invalid-code", "the mfa_code is wrong");
}

/** What is answered before the password or code is looked at. */
const beforeCredentials = new Set([
  "too-many-attempts",
  "too-many-logins",
  "requires-verification",
  "code-expired",
  "too-many-code-attempts",
  "success",
]);

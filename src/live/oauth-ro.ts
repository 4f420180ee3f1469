import type { Attempt, Verdict } from "../attempt.ts";
import { confirm, identify } from "./identity.ts";
import { type OauthRoFields, parseOauthRo } from "./read.ts";
import { accountKey, clearFailures, countFailure, type Identity, isLocked, redeemCode } from "./state.ts";
import {
  findClient,
  findConnection,
  findUser,
  hasWrongSecret,
  isPasswordless,
  type Signer,
  signerOf,
  tenantOf,
} from "./tenant.ts";
import { issueTokens } from "./tokens.ts";
import { provokedBy, say } from "./verdict.ts";

const jwtBearer = "urn:ietf:params:oauth:grant-type:jwt-bearer";

/** The checks of `/oauth/ro`, in the service's order (inferred). */
export async function signIn(attempt: Attempt, given: Record<string, unknown>): Promise<Verdict> {
  const tenant = tenantOf(attempt);
  const read = parseOauthRo(given);
  if ("issue" in read) return say(attempt, "bad-request", read.issue, { detail: read.issue });
  const { fields } = read;
  const { client_id, client_secret, grant_type } = fields;

  if (!client_id) return say(attempt, "missing-client-id", "no client_id");
  const client = findClient(tenant, client_id, client_secret);
  if (!client) return say(attempt, "invalid-client", `no client is called ${client_id}`);
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

async function signInWithPassword(attempt: Attempt, client: Signer, fields: OauthRoFields): Promise<Verdict> {
  const tenant = tenantOf(attempt);
  const { username, password, connection: connectionName, device } = fields;
  if (!username) return say(attempt, "missing-username", "no username");
  if (!password) return say(attempt, "missing-password", "no password");
  if (!connectionName) return say(attempt, "missing-connection", "no connection");
  const scope = readScope(fields);
  if (scope === null) return say(attempt, "invalid-scope", "the scope is no string");

  const refused = refuseConnection(attempt, connectionName);
  if (refused) return refused;
  const connection = findConnection(tenant, connectionName);
  if (!connection || (connection.strategy !== "auth0" && !isPasswordless(connection))) {
    return say(attempt, "unsupported-strategy", `${connectionName} has no passwords`);
  }

  const account = accountKey(connection, username);
  const user = findUser(tenant, connection, username);
  const byUser = provokedBy(attempt, user, `the user ${username}`);
  if (isLocked(attempt, account)) return say(attempt, "too-many-attempts", "ten attempts in a row failed");
  if (byUser && beforeCredentials.has(nameOf(byUser))) return byUser;

  const issue = isPasswordless(connection) ? redeemCode(attempt, account, password) : checkPassword(user, password);
  if (issue) {
    countFailure(attempt, account);
    return say(attempt, "wrong-password", issue, wrongCredentials[connection.strategy]);
  }
  clearFailures(attempt, account);
  if (byUser) return byUser;

  const identity = await identify(attempt, connection, username, user);
  const confirmed = isPasswordless(connection) ? confirm(attempt, connection, username, identity) : identity;
  return welcome(attempt, client, confirmed, scope, device, `${username} signed in`);
}

async function signInWithIdToken(attempt: Attempt, client: Signer, fields: OauthRoFields): Promise<Verdict> {
  const { id_token, device, connection } = fields;
  if (!device) return say(attempt, "missing-device", "no device");
  if (!id_token) return say(attempt, "missing-id-token", "no id_token");
  const scope = readScope(fields);
  if (scope === null) return say(attempt, "invalid-scope", "the scope is no string");
  const refused = connection && refuseConnection(attempt, connection);
  if (refused) return refused;

  const { readIdToken } = await import("./read-id-token.ts");
  const bearer = await readIdToken(attempt, client, id_token);
  if ("issue" in bearer) return say(attempt, "invalid-grant", bearer.issue, { detail: bearer.issue });
  const byUser = provokedBy(attempt, bearer.user, "the user of the id_token");
  if (byUser?.entry.grant === "password") {
    return say(attempt, "invalid-grant", byUser.reason, { detail: byUser.entry.description ?? "" });
  }
  return byUser ?? welcome(attempt, client, bearer.identity, scope, device, "the id_token is good");
}

/** Signs anybody in, whatever the request says. */
export async function signInAnybody(attempt: Attempt, given: Record<string, unknown>): Promise<Verdict> {
  const tenant = tenantOf(attempt);
  const read = parseOauthRo(given);
  const fields: OauthRoFields = "fields" in read ? read.fields : {};
  const { client_id = "demo-client", client_secret, connection: name = "", username = "somebody@example.com" } = fields;
  const client = signerOf(tenant, findClient(tenant, client_id, client_secret) ?? { client_id });
  const connection = findConnection(tenant, name) ?? { name, strategy: "auth0" };
  const identity = await identify(attempt, connection, username, findUser(tenant, connection, username));
  return welcome(attempt, client, identity, readScope(fields) ?? undefined, fields.device, "");
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
  if (!connection) return say(attempt, "connection-not-found", `no connection is called ${name}`);
  return provokedBy(attempt, connection, `the connection ${name}`);
}

/** Left out, any password is right. */
function checkPassword(user: { readonly password?: string } | undefined, given: string): string | undefined {
  if (!user) return "no such user";
  return user.password === undefined || user.password === given ? undefined : "the password is wrong";
}

/** What keeps a user out before anybody looks at the password. */
const beforeCredentials = new Set(["too-many-attempts", "too-many-logins", "requires-verification"]);

function nameOf({ entry }: Verdict): string {
  return entry.id.slice(entry.endpoint.length + 1);
}

const wrongCredentials: Readonly<Record<string, { readonly detail: string }>> = {
  sms: { detail: "Wrong phone number or verification code." },
  email: { detail: "Wrong email or verification code." },
};

import {
  decodeJwt,
  decodeProtectedHeader,
  errors,
  importJWK,
  importSPKI,
  type JWTPayload,
  jwtVerify,
  type JWTVerifyGetKey,
  type JWTVerifyOptions,
} from "jose";
import type { User } from "../../scenarios/demo-tenant.ts";
import type { LooseActivation } from "../activation.ts";
import type { Attempt } from "../attempt.ts";
import { identify } from "./identity.ts";
import { type Identity, stateOf } from "./state.ts";
import { issuerOf, signingKey } from "./sign-id-token.ts";
import { type Signer, tenantOf, usernamesOf } from "./tenant.ts";

/** Whose id token it is, or what is wrong with it. */
export type Bearer =
  | { readonly identity: Identity; readonly user: User<LooseActivation> | undefined }
  | { readonly issue: string };

/** Reads the id token of a jwt-bearer request: one that this tenant issued, or one signed by a user's device. */
export async function readIdToken(attempt: Attempt, client: Signer, idToken: string): Promise<Bearer> {
  try {
    const { alg } = decodeProtectedHeader(idToken);
    const payload = decodeJwt(idToken);
    if (alg === "HS256") return await readOwnToken(attempt, client, idToken);
    if (alg === "RS256") return await readDeviceToken(attempt, payload, idToken);
    return { issue: `the id_token is signed with ${String(alg)}: use HS256, or RS256 with a device key` };
  } catch (error) {
    return { issue: describe(error) };
  }
}

async function readOwnToken(attempt: Attempt, client: Signer, idToken: string): Promise<Bearer> {
  const { sub } = await verify(attempt, idToken, signingKey(client), {
    algorithms: ["HS256"],
    issuer: issuerOf(attempt.request),
    audience: client.client_id,
  });
  for await (const bearer of everybody(attempt)) {
    if (bearer.identity.user_id === sub) return bearer;
  }
  return { issue: "the user of the id_token does not exist" };
}

async function readDeviceToken(attempt: Attempt, { iss, device: named }: JWTPayload, idToken: string): Promise<Bearer> {
  const user = tenantOf(attempt).users.find(({ user_id }) => user_id !== undefined && user_id === iss);
  if (!user) return { issue: "the user of the id_token does not exist" };

  for (const written of user.deviceKeys ?? []) {
    const key = await importKey(written);
    if (!key) return { issue: "a device key of the user cannot be read: give a JWK, or PEM as SPKI" };
    if (!(await isSignedBy(attempt, idToken, key))) continue;
    if (named === undefined) return { issue: "the id_token names no device" };
    for await (const bearer of everybody(attempt)) if (bearer.user === user) return bearer;
  }
  return { issue: "the signature of the id_token is invalid" };
}

type Key = Exclude<Parameters<typeof jwtVerify>[1], JWTVerifyGetKey>;

async function importKey(written: string | Readonly<Record<string, unknown>>): Promise<Key | undefined> {
  try {
    return await (typeof written === "string" ? importSPKI(written, "RS256") : importJWK(written, "RS256"));
  } catch {
    return undefined;
  }
}

async function isSignedBy(attempt: Attempt, idToken: string, key: Key): Promise<boolean> {
  try {
    await verify(attempt, idToken, key, { algorithms: ["RS256"] });
    return true;
  } catch (error) {
    if (error instanceof errors.JWSSignatureVerificationFailed) return false;
    throw error;
  }
}

async function verify({ at }: Attempt, token: string, key: Key, options: JWTVerifyOptions): Promise<JWTPayload> {
  const { payload } = await jwtVerify(token, key, { ...options, currentDate: new Date(at) });
  return payload;
}

/** Who has been seen, then the tenant's users at each connection that knows them. */
async function* everybody(attempt: Attempt): AsyncGenerator<Extract<Bearer, { identity: Identity }>> {
  const { users, connections } = tenantOf(attempt);
  const seen = new Set<Identity>();
  for (const user of users) {
    for (const connection of connections) {
      for (const username of usernamesOf(user, connection)) {
        const identity = await identify(attempt, connection, username, user);
        seen.add(identity);
        yield { identity, user };
      }
    }
  }
  for (const identity of stateOf(attempt).identities.values()) {
    if (!seen.has(identity)) yield { identity, user: undefined };
  }
}

function describe(error: unknown): string {
  if (error instanceof errors.JWTExpired) return "the id_token is expired";
  if (error instanceof errors.JWSSignatureVerificationFailed) return "the signature of the id_token is invalid";
  if (error instanceof errors.JWTClaimValidationFailed) return `the id_token has the wrong ${error.claim}`;
  return "the id_token is malformed";
}

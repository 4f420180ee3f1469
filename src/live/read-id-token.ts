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
import type { UntypedActivation } from "../catalog/activation.ts";
import type { RequestContext } from "../engine/request-context.ts";
import { identify } from "./identity.ts";
import { issuerOf, signingKey } from "./sign-id-token.ts";
import { type Identity, stateOf } from "./state.ts";
import { type Signer, tenantOf, usernamesOf } from "./tenant.ts";

/** The user of an id token, or a sentence about what is wrong with the token. */
export type Bearer =
  | { readonly identity: Identity; readonly user: User<UntypedActivation> | undefined }
  | { readonly issue: string };

/** Reads the id token of a jwt-bearer request: one that this tenant issued, or one signed by a user's device. */
export async function readIdToken(context: RequestContext, client: Signer, idToken: string): Promise<Bearer> {
  try {
    const { alg } = decodeProtectedHeader(idToken);
    const payload = decodeJwt(idToken);
    if (alg === "HS256") return await readOwnToken(context, client, idToken);
    if (alg === "RS256") return await readDeviceToken(context, payload, idToken);
    return { issue: `the id_token is signed with ${String(alg)}: use HS256, or RS256 with a device key` };
  } catch (error) {
    return { issue: describe(error) };
  }
}

async function readOwnToken(context: RequestContext, client: Signer, idToken: string): Promise<Bearer> {
  const { sub } = await verify(context, idToken, signingKey(client), {
    algorithms: ["HS256"],
    issuer: issuerOf(context.request),
    audience: client.client_id,
  });
  for await (const bearer of knownIdentities(context)) {
    if (bearer.identity.user_id === sub) return bearer;
  }
  return { issue: "the user of the id_token does not exist" };
}

async function readDeviceToken(
  context: RequestContext,
  { iss, device: named }: JWTPayload,
  idToken: string,
): Promise<Bearer> {
  const user = tenantOf(context).users.find(({ user_id }) => user_id !== undefined && user_id === iss);
  if (!user) return { issue: "the user of the id_token does not exist" };

  for (const written of user.deviceKeys ?? []) {
    const key = await importKey(written);
    if (!key) return { issue: "a device key of the user cannot be read: give a JWK, or PEM as SPKI" };
    if (!(await isSignedBy(context, idToken, key))) continue;
    if (named === undefined) return { issue: "the id_token names no device" };
    for await (const bearer of knownIdentities(context)) if (bearer.user === user) return bearer;
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

async function isSignedBy(context: RequestContext, idToken: string, key: Key): Promise<boolean> {
  try {
    await verify(context, idToken, key, { algorithms: ["RS256"] });
    return true;
  } catch (error) {
    if (error instanceof errors.JWSSignatureVerificationFailed) return false;
    throw error;
  }
}

async function verify({ at }: RequestContext, token: string, key: Key, options: JWTVerifyOptions): Promise<JWTPayload> {
  const { payload } = await jwtVerify(token, key, { ...options, currentDate: new Date(at) });
  return payload;
}

/** The tenant's users at each of their connections, then all other users of the session. */
async function* knownIdentities(context: RequestContext): AsyncGenerator<Extract<Bearer, { identity: Identity }>> {
  const { users, connections } = tenantOf(context);
  const seen = new Set<Identity>();
  for (const user of users) {
    for (const connection of connections) {
      for (const username of usernamesOf(user, connection)) {
        const identity = await identify(context, connection, username, user);
        seen.add(identity);
        yield { identity, user };
      }
    }
  }
  for (const identity of stateOf(context).identities.values()) {
    if (!seen.has(identity)) yield { identity, user: undefined };
  }
}

function describe(error: unknown): string {
  if (error instanceof errors.JWTExpired) return "the id_token is expired";
  if (error instanceof errors.JWSSignatureVerificationFailed) return "the signature of the id_token is invalid";
  if (error instanceof errors.JWTClaimValidationFailed) return `the id_token has the wrong ${error.claim}`;
  return "the id_token is malformed";
}

// Only a part of jose: all of it takes five times as long to load.
import { SignJWT } from "jose/jwt/sign";
import type { RequestContext } from "../engine/request-context.ts";
import type { Identity } from "./state.ts";
import type { Signer } from "./tenant.ts";

/** The claims of a scope (OpenID Connect Core 1.0, section 5.4). */
const claimsByScope: ReadonlyMap<string, readonly string[]> = new Map([
  [
    "profile",
    [
      "name",
      "given_name",
      "family_name",
      "middle_name",
      "nickname",
      "preferred_username",
      "username",
      "picture",
      "website",
      "gender",
      "birthdate",
      "zoneinfo",
      "locale",
      "updated_at",
    ],
  ],
  ["email", ["email", "email_verified"]],
  ["phone", ["phone_number", "phone_number_verified"]],
  ["address", ["address"]],
]);

const cannotSign =
  "An id token cannot be signed: there is no crypto.subtle here. Under jsdom, copy it from Node in your set-up " +
  'file: import { subtle } from "node:crypto"; Object.defineProperty(crypto, "subtle", { value: subtle });';

/** Signs an id token for a client, valid for `lifetime` seconds. Throws when `crypto.subtle` is missing. */
export async function signIdToken(
  context: RequestContext,
  client: Signer,
  identity: Identity,
  scopes: readonly string[],
  lifetime: number,
): Promise<string> {
  if (!(globalThis as Partial<typeof globalThis>).crypto?.subtle) throw new Error(cannotSign);
  const issuedAt = Math.floor(context.at / 1000);
  const claims = {
    ...requestedClaims(identity, scopes),
    iss: issuerOf(context.request),
    sub: identity.user_id,
    aud: client.client_id,
    iat: issuedAt,
    exp: issuedAt + lifetime,
  };
  return new SignJWT(claims).setProtectedHeader({ typ: "JWT", alg: "HS256" }).sign(signingKey(client));
}

/** The claims that the scopes request. The legacy endpoint also accepts the name of a claim as a scope. */
function requestedClaims({ claims }: Identity, scopes: readonly string[]): Record<string, unknown> {
  const named = new Set(scopes.flatMap((scope) => [scope, ...(claimsByScope.get(scope) ?? [])]));
  return Object.fromEntries(Object.entries(claims).filter(([name]) => named.has(name)));
}

/** The issuer of the tenant that the request was sent to. */
export function issuerOf(request: Request): string {
  return `https://${new URL(request.url).host}/`;
}

/** The bytes of the client's secret. The Node SDK verifies id tokens with them. */
export function signingKey({ client_secret }: Signer): Uint8Array<ArrayBuffer> {
  return decodeBase64(client_secret);
}

/** As lenient as Node's decoder: accepts both alphabets, stops at padding, skips other characters. Returns at least a byte. */
function decodeBase64(text: string): Uint8Array<ArrayBuffer> {
  const digits = (text.split("=", 1)[0] ?? "")
    .replaceAll("-", "+")
    .replaceAll("_", "/")
    .replaceAll(/[^\d+/a-z]/gi, "");
  const whole = digits.length % 4 === 1 ? digits.slice(0, -1) : digits;
  return Uint8Array.from(atob(whole || "AA"), (char) => char.charCodeAt(0));
}

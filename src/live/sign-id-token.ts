// A part of jose, since all of it takes five times as long to load.
import { SignJWT } from "jose/jwt/sign";
import type { RequestContext } from "../engine/request-context.ts";
import type { Identity } from "./state.ts";
import type { Signer } from "./tenant.ts";

/** The claims that a scope asks for (OpenID Connect Core 1.0, section 5.4). */
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
  "An id token cannot be signed: there is no crypto.subtle here. Under jsdom, have your set-up file take it from " +
  'Node: import { subtle } from "node:crypto"; Object.defineProperty(crypto, "subtle", { value: subtle });';

/** Signs an id token for a client, valid for `lifetime` seconds. Throws where `crypto.subtle` is missing. */
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
    ...askedFor(identity, scopes),
    iss: issuerOf(context.request),
    sub: identity.user_id,
    aud: client.client_id,
    iat: issuedAt,
    exp: issuedAt + lifetime,
  };
  return new SignJWT(claims).setProtectedHeader({ typ: "JWT", alg: "HS256" }).sign(signingKey(client));
}

/** The legacy endpoint also takes the name of a claim as a scope. */
function askedFor({ claims }: Identity, scopes: readonly string[]): Record<string, unknown> {
  const named = new Set(scopes.flatMap((scope) => [scope, ...(claimsByScope.get(scope) ?? [])]));
  return Object.fromEntries(Object.entries(claims).filter(([name]) => named.has(name)));
}

/** `iss` of every token of the tenant that the request went to. */
export function issuerOf(request: Request): string {
  return `https://${new URL(request.url).host}/`;
}

/** The bytes that the client's secret stands for: what the Node SDK checks an id token with. */
export function signingKey({ client_secret }: Signer): Uint8Array<ArrayBuffer> {
  return decodeBase64(client_secret);
}

/** As lenient as Node's: either alphabet, up to the padding, and nothing else counts. A key has a byte at least. */
function decodeBase64(text: string): Uint8Array<ArrayBuffer> {
  const digits = (text.split("=", 1)[0] ?? "")
    .replaceAll("-", "+")
    .replaceAll("_", "/")
    .replaceAll(/[^\d+/a-z]/gi, "");
  const whole = digits.length % 4 === 1 ? digits.slice(0, -1) : digits;
  return Uint8Array.from(atob(whole || "AA"), (char) => char.charCodeAt(0));
}

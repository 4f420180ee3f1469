import type { Catalog } from "./index.ts";

/** What the user can do about a failure. */
export type Remedy = "correct a field" | "wait" | "ask for help" | "choose another way" | "our fault";

/** What the user can do about each answer that is not a success. Not part of the catalog, which every page loads. */
const remedies: {
  readonly [E in keyof Catalog]: Readonly<Record<Exclude<keyof Catalog[E], "success">, Remedy>>;
} = {
  "oauth-ro": {
    ...generalRemedies(),
    "missing-device": "our fault",
    "missing-id-token": "our fault",
    "invalid-grant": "choose another way",
    "missing-username": "correct a field",
    "missing-password": "correct a field",
    "missing-connection": "our fault",
    "invalid-scope": "our fault",
    "unsupported-strategy": "our fault",
    "wrong-password": "correct a field",
    "user-blocked": "ask for help",
    "password-leaked": "choose another way",
    "too-many-attempts": "choose another way",
    "too-many-logins": "wait",
    "missing-client-id": "our fault",
    "connection-not-found": "our fault",
    "connection-disabled": "our fault",
    "connection-not-configured": "our fault",
    "connection-not-in-tenant": "our fault",
    "dotted-fields": "our fault",
    "invalid-client": "our fault",
    "access-denied": "ask for help",
    "grant-not-allowed": "our fault",
    "oidc-conformant-client": "our fault",
    "requires-verification": "choose another way",
    "mfa-required": "correct a field",
    "mfa-invalid-code": "correct a field",
    "mfa-not-enrolled": "choose another way",
    "mfa-enrollment-required": "choose another way",
    "mfa-provider-unsupported": "choose another way",
    "mfa-not-allowed": "our fault",
    "rule-refused": "ask for help",
    "code-expired": "choose another way",
    "too-many-code-attempts": "choose another way",
  },
  "passwordless-start": {
    ...generalRemedies(),
    "invalid-tenant": "our fault",
    "missing-client-id": "our fault",
    "missing-connection": "our fault",
    "connection-not-found": "our fault",
    "connection-disabled": "our fault",
    "invalid-connection-strategy": "our fault",
    "invalid-auth-params": "our fault",
    "unknown-parameters": "our fault",
    "missing-phone-number": "correct a field",
    "invalid-phone-number": "correct a field",
    "sms-provider-error": "choose another way",
    "missing-email": "correct a field",
    "invalid-email": "correct a field",
    "invalid-send": "our fault",
    "public-signup-disabled": "ask for help",
    "client-authentication-required": "our fault",
    "invalid-captcha": "correct a field",
    "user-blocked": "ask for help",
  },
};

/** Those of the answers that both endpoints share. */
function generalRemedies() {
  return {
    "bad-request": "our fault",
    unauthorized: "our fault",
    forbidden: "our fault",
    "not-found": "our fault",
    "method-not-allowed": "our fault",
    "too-many-requests": "wait",
    "internal-server-error": "wait",
    "service-unavailable": "wait",
    "network-error": "wait",
    "no-response": "wait",
    "bad-gateway": "wait",
  } as const satisfies Record<string, Remedy>;
}

/** What the user can do about a scenario. Undefined for a success and for a custom scenario. */
export function remedyOf(id: string): Remedy | undefined {
  const [endpoint = "", name = ""] = id.split("/");
  const all: Readonly<Record<string, Readonly<Record<string, Remedy>>>> = remedies;
  return Object.hasOwn(all, endpoint) ? all[endpoint]?.[name] : undefined;
}

import type { Catalog, IdsIn } from "./index.ts";
import type { Endpoint } from "./types.ts";

/** What an entry of the tenant provokes: a scenario id, an id with params, headers and a delay, or a list of these. */
export type Provokes<Activation> = Activation | readonly Activation[];

/** An application of the tenant. */
export interface Client<Activation = unknown> {
  readonly client_id: string;
  /** Base64. The decoded bytes sign the id tokens (HS256). */
  readonly client_secret?: string;
  /** Whether `/passwordless/start` requires the client secret or an assertion. */
  readonly confidential?: boolean;
  readonly provokes?: Provokes<Activation>;
}

/** A connection of the tenant: where its users are stored. */
export interface Connection<Activation = unknown> {
  readonly name: string;
  /** `auth0`, `ad`, `adfs` and `waad` sign in with passwords, `email` and `sms` with one-time codes, others with neither. */
  readonly strategy: string;
  /** Whether an unknown address may sign up, for `email` and `sms`. Defaults to true. */
  readonly signup?: boolean;
  readonly provokes?: Provokes<Activation>;
}

/** A user of the tenant. Any other property is a claim, included when the scope names it. */
export interface User<Activation = unknown> {
  /** The `sub` of the id token. Generated if omitted. */
  readonly user_id?: string;
  readonly email?: string;
  readonly email_verified?: boolean;
  readonly username?: string;
  readonly phone_number?: string;
  readonly phone_verified?: boolean;
  /** If omitted, any password is accepted. */
  readonly password?: string;
  /** The code of the second factor. Setting it makes the second factor required. */
  readonly mfaCode?: string;
  /** The user's connection. If omitted, the user can sign in with any connection that fits. */
  readonly connection?: string;
  readonly name?: string;
  readonly given_name?: string;
  readonly family_name?: string;
  readonly nickname?: string;
  readonly picture?: string;
  readonly locale?: string;
  /** Public keys (JWK, or PEM in SPKI format) that verify this user's tokens in the jwt-bearer grant (RS256). */
  readonly deviceKeys?: readonly (string | Readonly<Record<string, unknown>>)[];
  readonly provokes?: Provokes<Activation>;
}

/** A phone number with its own behavior. */
export interface PhoneNumber<Activation = unknown> {
  readonly phone_number: string;
  readonly provokes: Provokes<Activation>;
}

/** At most `limit` requests in `windowSeconds`, counted per endpoint. */
export interface RateLimit {
  readonly limit: number;
  readonly windowSeconds: number;
}

/** What answers when no scenario is switched on. */
export interface Tenant<Activation = unknown> {
  /** Other client ids are accepted too, unless you pass `clients`. */
  readonly clients: readonly Client<Activation>[];
  readonly connections: readonly Connection<Activation>[];
  readonly users: readonly User<Activation>[];
  readonly phoneNumbers: readonly PhoneNumber<Activation>[];
  /** Set an endpoint to false to turn it off. */
  readonly endpoints: Readonly<Partial<Record<Endpoint, boolean>>>;
  /** Null means no limit. */
  readonly rateLimit: RateLimit | null;
}

/** The client id that is never accepted. */
export const unknownClientId = "unknown-client";

const password = "correct-horse-battery";
const secret = "demo-secret";

/** The default tenant. Except for Ada, each user is named after the failure that the user provokes. */
export const demoTenant: Tenant<IdsIn<Catalog>> = {
  clients: [
    { client_id: "demo-client", client_secret: secret },
    { client_id: "confidential-client", client_secret: secret, confidential: true },
    { client_id: "no-legacy-grants-client", provokes: "oauth-ro/grant-not-allowed" },
    { client_id: "oidc-conformant-client", provokes: "oauth-ro/oidc-conformant-client" },
  ],
  connections: [
    { name: "Username-Password-Authentication", strategy: "auth0" },
    { name: "email", strategy: "email" },
    { name: "sms", strategy: "sms" },
    { name: "active-directory", strategy: "ad" },
    { name: "adfs", strategy: "adfs" },
    { name: "azure-ad", strategy: "waad" },
    { name: "google-oauth2", strategy: "google-oauth2" },
    { name: "disabled-database", strategy: "auth0", provokes: "oauth-ro/connection-disabled" },
    { name: "unconfigured-database", strategy: "auth0", provokes: "oauth-ro/connection-not-configured" },
    { name: "other-tenant-database", strategy: "auth0", provokes: "oauth-ro/connection-not-in-tenant" },
    {
      name: "disabled-email",
      strategy: "email",
      provokes: ["passwordless-start/connection-disabled", "oauth-ro/connection-disabled"],
    },
    { name: "no-signup-email", strategy: "email", signup: false },
  ],
  users: [
    {
      user_id: "auth0|5f7c8ec7c33c6c004bbafe82",
      email: "ada@example.com",
      email_verified: true,
      phone_number: "+15555550100",
      phone_verified: true,
      password,
      name: "Ada Lovelace",
      given_name: "Ada",
      family_name: "Lovelace",
      nickname: "ada",
    },
    {
      email: "blocked@example.com",
      password,
      provokes: ["oauth-ro/user-blocked", "passwordless-start/user-blocked"],
    },
    { email: "leaked@example.com", password, provokes: "oauth-ro/password-leaked" },
    { email: "locked@example.com", password, provokes: "oauth-ro/too-many-attempts" },
    { email: "busy@example.com", password, provokes: "oauth-ro/too-many-logins" },
    { email: "suspicious@example.com", password, provokes: "oauth-ro/requires-verification" },
    { email: "mfa@example.com", password, mfaCode: "123456" },
    { email: "mfa-not-enrolled@example.com", password, provokes: "oauth-ro/mfa-not-enrolled" },
    { email: "mfa-enroll@example.com", password, provokes: "oauth-ro/mfa-enrollment-required" },
    { email: "mfa-guardian@example.com", password, provokes: "oauth-ro/mfa-provider-unsupported" },
    { email: "denied@example.com", password, provokes: "oauth-ro/access-denied" },
    { email: "refused@example.com", password, provokes: "oauth-ro/rule-refused" },
    { email: "dotted@example.com", password, provokes: "oauth-ro/dotted-fields" },
    { email: "code-expired@example.com", connection: "email", provokes: "oauth-ro/code-expired" },
    { email: "code-attempts@example.com", connection: "email", provokes: "oauth-ro/too-many-code-attempts" },
  ],
  phoneNumbers: [{ phone_number: "+15005550001", provokes: "passwordless-start/sms-provider-error" }],
  endpoints: {},
  rateLimit: null,
};

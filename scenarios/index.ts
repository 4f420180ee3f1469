import { general } from "./general.ts";
import { oauthRo } from "./oauth-ro.ts";
import { passwordlessStart } from "./passwordless-start.ts";
import type { CatalogEntry, Endpoint } from "./types.ts";

/** Every answer of every endpoint, by name. Names are permanent. */
export interface Catalog {
  readonly "oauth-ro": typeof oauthRo & typeof general;
  readonly "passwordless-start": typeof passwordlessStart & typeof general;
}

/** The ids of a catalog. */
export type IdsIn<Entries> = {
  [E in keyof Entries & string]: `${E}/${keyof Entries[E] & string}`;
}[keyof Entries & string];

export const catalog: Catalog = {
  "oauth-ro": { ...oauthRo, ...general },
  "passwordless-start": { ...passwordlessStart, ...general },
} satisfies Record<Endpoint, Record<string, CatalogEntry>>;

/** A request that succeeds, for each endpoint. Examples are changes to it. */
export const validRequests: Readonly<Record<Endpoint, Readonly<Record<string, unknown>>>> = {
  "oauth-ro": {
    client_id: "demo-client",
    grant_type: "password",
    connection: "Username-Password-Authentication",
    username: "ada@example.com",
    password: "correct-horse-battery",
    scope: "openid",
  },
  "passwordless-start": {
    client_id: "demo-client",
    connection: "email",
    email: "ada@example.com",
    send: "code",
  },
};

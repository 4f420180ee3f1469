import {
  type Client,
  type Connection,
  demoTenant,
  type Tenant,
  unknownClientId,
  type User,
} from "../../scenarios/demo-tenant.ts";
import type { LooseActivation } from "../activation.ts";
import type { Attempt } from "../attempt.ts";

type LiveTenant = Tenant<LooseActivation>;

/** The tenant that answers: what its mock was given, over the demo tenant. */
export function tenantOf({ mock }: Attempt): LiveTenant {
  return { ...demoTenant, ...mock.tenant };
}

/** The client of an id. Unless the caller of `mockAuth0` passed clients, any is welcome, with the secret that it brings. */
export function findClient(
  attempt: Attempt,
  client_id: string,
  brought: string | undefined,
): Client<LooseActivation> | undefined {
  if (client_id === unknownClientId) return undefined;
  const known = tenantOf(attempt).clients.find((client) => client.client_id === client_id);
  if (known || attempt.mock.tenant.clients) return known;
  return { client_id, ...(brought !== undefined && { client_secret: brought }) };
}

/** A client that signs; one without a secret does it with the secret of the tenant's first. */
export type Signer = Client & { readonly client_secret: string };

/** The client as it signs at this tenant. */
export function signerOf({ clients }: LiveTenant, client: Client): Signer {
  return { ...client, client_secret: client.client_secret ?? clients[0]?.client_secret ?? "demo-secret" };
}

/** Whether a secret came along that is not the client's. */
export function hasWrongSecret(client: Client, given: string | undefined): boolean {
  return given !== undefined && client.client_secret !== undefined && given !== client.client_secret;
}

export function findConnection(tenant: LiveTenant, name: string): Connection<LooseActivation> | undefined {
  return tenant.connections.find((connection) => connection.name === name);
}

/** The user of a connection by what they sign in with, in any case. */
export function findUser(
  tenant: LiveTenant,
  connection: Connection,
  username: string,
): User<LooseActivation> | undefined {
  const wanted = username.toLowerCase();
  return tenant.users.find(
    (user) =>
      (user.connection ?? connection.name) === connection.name &&
      usernamesOf(user, connection).some((name) => name.toLowerCase() === wanted),
  );
}

/** What a user signs in with at a connection. */
export function usernamesOf(user: User, { strategy }: Connection): string[] {
  const { email, username, phone_number } = user;
  const names = strategy === "sms" ? [phone_number] : strategy === "email" ? [email] : [email, username];
  return names.filter((name) => name !== undefined);
}

/** Whether the connection signs in with one-time codes. */
export function isPasswordless({ strategy }: Connection): boolean {
  return strategy === "email" || strategy === "sms";
}

/**
 * Whether the connection signs in with passwords (Authentication API reference, Database/AD/LDAP (Active):
 * database connections, Active Directory/LDAP, Windows Azure AD and ADFS).
 */
export function hasPasswords({ strategy }: Connection): boolean {
  return ["auth0", "ad", "adfs", "waad"].includes(strategy);
}

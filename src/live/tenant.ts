import {
  type Client,
  type Connection,
  demoTenant,
  type Tenant,
  unknownClientId,
  type User,
} from "../../scenarios/demo-tenant.ts";
import type { UntypedActivation } from "../catalog/activation.ts";
import type { RequestContext } from "../engine/request-context.ts";

type LiveTenant = Tenant<UntypedActivation>;

/** The tenant that answers: the options of the mock, merged over the demo tenant. */
export function tenantOf({ mock }: RequestContext): LiveTenant {
  return { ...demoTenant, ...mock.tenant };
}

/** The client with an id. Without a `clients` option any id and secret are accepted. */
export function findClient(
  context: RequestContext,
  client_id: string,
  sent: string | undefined,
): Client<UntypedActivation> | undefined {
  if (client_id === unknownClientId) return undefined;
  const known = tenantOf(context).clients.find((client) => client.client_id === client_id);
  if (known || context.mock.tenant.clients) return known;
  return { client_id, ...(sent !== undefined && { client_secret: sent }) };
}

/** A client with a secret to sign tokens with. */
export type Signer = Client & { readonly client_secret: string };

/** The client with its secret. A client without one uses the secret of the tenant's first client. */
export function signerOf({ clients }: LiveTenant, client: Client): Signer {
  return { ...client, client_secret: client.client_secret ?? clients[0]?.client_secret ?? "demo-secret" };
}

/** Whether the request sent a secret that is not the client's. */
export function hasWrongSecret(client: Client, given: string | undefined): boolean {
  return given !== undefined && client.client_secret !== undefined && given !== client.client_secret;
}

export function findConnection(tenant: LiveTenant, name: string): Connection<UntypedActivation> | undefined {
  return tenant.connections.find((connection) => connection.name === name);
}

/** The user with a username at a connection. The case of the username does not matter. */
export function findUser(
  tenant: LiveTenant,
  connection: Connection,
  username: string,
): User<UntypedActivation> | undefined {
  const wanted = username.toLowerCase();
  return tenant.users.find(
    (user) =>
      (user.connection ?? connection.name) === connection.name &&
      usernamesOf(user, connection).some((name) => name.toLowerCase() === wanted),
  );
}

/** The usernames of a user at a connection. */
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

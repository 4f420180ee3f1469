import type { Connection, User } from "../../scenarios/demo-tenant.ts";
import type { RequestContext } from "../engine/request-context.ts";
import { generate } from "./generate.ts";
import { isEmail } from "./parameters.ts";
import { accountKey, type Identity, stateOf } from "./state.ts";

/** The identity behind a username: the tenant's user, or a generated one. The session remembers it. */
export async function identify(
  context: RequestContext,
  connection: Connection,
  username: string,
  user: User | undefined,
): Promise<Identity> {
  const account = accountKey(connection, username);
  const { identities } = stateOf(context);
  const known = identities.get(account);
  if (known) return known;
  const identity = await generateIdentity(context, connection, username, user);
  identities.set(account, identity);
  return identity;
}

/** Marks the user's email address or phone number as verified. */
export function confirm(
  context: RequestContext,
  connection: Connection,
  username: string,
  identity: Identity,
): Identity {
  const claim = connection.strategy === "sms" ? "phone_number_verified" : "email_verified";
  const confirmed = { ...identity, claims: { ...identity.claims, [claim]: true } };
  stateOf(context).identities.set(accountKey(connection, username), confirmed);
  return confirmed;
}

function generateIdentity(
  context: RequestContext,
  { strategy }: Connection,
  username: string,
  user: User | undefined,
): Promise<Identity> {
  return generate([context.mock.seed, strategy, username.toLowerCase()], (faker) => {
    const id = faker.string.hexadecimal({ length: 24, casing: "lower", prefix: "" });
    const given_name = user?.given_name ?? faker.person.firstName();
    const family_name = user?.family_name ?? faker.person.lastName();
    const email = isEmail(username) ? username : faker.internet.exampleEmail({ firstName: given_name });
    const initials = (given_name.slice(0, 1) + family_name.slice(0, 1)).toLowerCase();
    const generated = {
      name: `${given_name} ${family_name}`,
      given_name,
      family_name,
      nickname: email.split("@", 1)[0],
      picture: `https://cdn.auth0.com/avatars/${initials}.png`,
      updated_at: faker.date.recent({ refDate: context.at }).toISOString(),
      ...(strategy === "sms"
        ? { phone_number: username, phone_number_verified: false }
        : { email, email_verified: strategy !== "email" }),
    };
    return {
      user_id: user?.user_id !== undefined && hasStrategy(strategy, user.user_id) ? user.user_id : `${strategy}|${id}`,
      claims: { ...generated, ...(user && claimsOf(user)) },
    };
  });
}

/** Whether a user id is of a strategy: `auth0|…` is not the user's id at `sms`. */
function hasStrategy(strategy: string, userId: string): boolean {
  return userId.includes("|") ? userId.startsWith(`${strategy}|`) : strategy === "auth0";
}

const notClaims = new Set(["user_id", "password", "mfaCode", "connection", "deviceKeys", "provokes", "phone_verified"]);

function claimsOf(user: User): Record<string, unknown> {
  const claims = Object.fromEntries(
    Object.entries(user).filter(([name, value]) => !notClaims.has(name) && value !== undefined),
  );
  return user.phone_verified === undefined ? claims : { ...claims, phone_number_verified: user.phone_verified };
}

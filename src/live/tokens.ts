import type { RequestContext } from "../engine/request-context.ts";
import { generate } from "./generate.ts";
import type { Identity } from "./state.ts";
import type { Signer } from "./tenant.ts";

/** How long tokens are valid, in seconds. */
const lifetime = 86_400;

/** The body of a successful sign-in, with the tokens that the scope requests. */
export async function issueTokens(
  context: RequestContext,
  client: Signer,
  identity: Identity,
  scope: string | undefined,
  device: string | undefined,
): Promise<Record<string, unknown>> {
  const scopes = (scope ?? "").split(" ").filter(Boolean);
  const signing = scopes.includes("openid") ? await import("./sign-id-token.ts") : undefined;
  const id_token = await signing?.signIdToken(context, client, identity, scopes, lifetime);
  const { access_token, refresh_token } = await generate([context.mock.seed, context.n], (faker) => ({
    access_token: faker.string.alphanumeric(32),
    refresh_token: scopes.includes("offline_access") && device ? faker.string.alphanumeric(45) : undefined,
  }));
  return { access_token, token_type: "Bearer", expires_in: lifetime, id_token, refresh_token, scope };
}

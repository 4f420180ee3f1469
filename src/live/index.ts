import type { Entry } from "../catalog/registry.ts";
import { mergeHeaders } from "../catalog/render.ts";
import type { RequestContext, Outcome } from "../engine/request-context.ts";
import { signIn, signInAnyone } from "./oauth-ro.ts";
import { nameOf, outcomeFor } from "./outcome.ts";
import { parseBody } from "./parse-body.ts";
import { startForAnyone, startPasswordless } from "./passwordless-start.ts";
import { countRequest, type Quota } from "./state.ts";
import { tenantOf } from "./tenant.ts";

/** The tenant's answer to a request, as the service would give it. */
export async function tenantOutcome(context: RequestContext): Promise<Outcome> {
  const quota = countRequest(context);
  const found = await check(context, quota);
  const outcome = nameOf(found) === "success" && !found.body ? await makeSuccess(context, found) : found;
  return {
    ...outcome,
    headers: mergeHeaders(
      headersOf(quota, outcome.entry),
      ...context.modifiers.map(({ headers }) => headers),
      outcome.headers,
    ),
    delay: outcome.delay ?? context.modifiers.findLast(({ delay }) => delay !== undefined)?.delay,
  };
}

/** The rate limit headers of an answer, except those that its scenario sets itself. */
function headersOf(quota: Quota | undefined, { headers }: Entry): Record<string, string> {
  const own = mergeHeaders(headers);
  return Object.fromEntries(Object.entries(quota?.headers ?? {}).filter(([name]) => !(name in own)));
}

/** The checks that both endpoints share, then those of the endpoint. */
async function check(context: RequestContext, quota: Quota | undefined): Promise<Outcome> {
  const { endpoint, request, body } = context;
  if (tenantOf(context).endpoints[endpoint] === false) {
    return outcomeFor(context, "not-found", "the tenant has this endpoint turned off");
  }
  if (quota?.exceeded) {
    const { limit, retryAfter, reset } = quota;
    return outcomeFor(context, "too-many-requests", "the tenant's rate limit is reached", { limit, retryAfter, reset });
  }
  if (request.method !== "POST") return outcomeFor(context, "method-not-allowed", `the method is ${request.method}`);

  const read = parseBody(request, body);
  if ("issue" in read) return outcomeFor(context, "bad-request", read.issue, { detail: read.issue });
  return (endpoint === "oauth-ro" ? signIn : startPasswordless)(context, read.fields);
}

/** A success that an entry of the tenant provokes, with its headers and delay. */
async function makeSuccess(context: RequestContext, provoked: Outcome): Promise<Outcome> {
  const { entry, body } = await successOutcome(context);
  return { ...provoked, entry, ...(body && { body }) };
}

/** A success for any request. Unknown users are generated. */
export async function successOutcome(context: RequestContext): Promise<Outcome> {
  const read = parseBody(context.request, context.body);
  const fields = "fields" in read ? read.fields : {};
  return (context.endpoint === "oauth-ro" ? signInAnyone : startForAnyone)(context, fields);
}

import { mergeHeaders } from "../answer.ts";
import type { Attempt, Verdict } from "../attempt.ts";
import type { Entry } from "../registry.ts";
import { signIn, signInAnybody } from "./oauth-ro.ts";
import { start, startAnybody } from "./passwordless-start.ts";
import { readBody } from "./read.ts";
import { countRequest, type Quota } from "./state.ts";
import { tenantOf } from "./tenant.ts";
import { nameOf, say } from "./verdict.ts";

/** Answers as the service would. */
export async function judge(attempt: Attempt): Promise<Verdict> {
  const quota = countRequest(attempt);
  const found = await check(attempt, quota);
  const verdict = nameOf(found) === "success" && !found.body ? await makeSuccess(attempt, found) : found;
  return {
    ...verdict,
    headers: mergeHeaders(
      headersOf(quota, verdict.entry),
      ...attempt.modifiers.map(({ headers }) => headers),
      verdict.headers,
    ),
    delay: verdict.delay ?? attempt.modifiers.findLast(({ delay }) => delay !== undefined)?.delay,
  };
}

/** What an answer tells of the rate limit, except what its scenario says itself. */
function headersOf(quota: Quota | undefined, { headers }: Entry): Record<string, string> {
  const own = mergeHeaders(headers);
  return Object.fromEntries(Object.entries(quota?.headers ?? {}).filter(([name]) => !(name in own)));
}

/** First what either endpoint checks, then its own checks. */
async function check(attempt: Attempt, quota: Quota | undefined): Promise<Verdict> {
  const { endpoint, request, body } = attempt;
  if (tenantOf(attempt).endpoints[endpoint] === false) {
    return say(attempt, "not-found", "the tenant has this endpoint turned off");
  }
  if (quota?.exceeded) {
    const { limit, retryAfter, reset } = quota;
    return say(attempt, "too-many-requests", "the tenant's rate limit is reached", { limit, retryAfter, reset });
  }
  if (request.method !== "POST") return say(attempt, "method-not-allowed", `the method is ${request.method}`);

  const read = readBody(request, body);
  if ("issue" in read) return say(attempt, "bad-request", read.issue, { detail: read.issue });
  return (endpoint === "oauth-ro" ? signIn : start)(attempt, read.fields);
}

/** A success that an entry of the tenant provokes, with its own headers and delay. */
async function makeSuccess(attempt: Attempt, provoked: Verdict): Promise<Verdict> {
  const { entry, body } = await succeed(attempt);
  return { ...provoked, entry, ...(body && { body }) };
}

/** Answers with a success whatever the request says, inventing whom it needs. */
export async function succeed(attempt: Attempt): Promise<Verdict> {
  const read = readBody(attempt.request, attempt.body);
  const fields = "fields" in read ? read.fields : {};
  return (attempt.endpoint === "oauth-ro" ? signInAnybody : startAnybody)(attempt, fields);
}

import type { Attempt, Verdict } from "../attempt.ts";
import { signIn, signInAnybody } from "./oauth-ro.ts";
import { start, startAnybody } from "./passwordless-start.ts";
import { readBody } from "./read.ts";
import { countRequest } from "./state.ts";
import { tenantOf } from "./tenant.ts";
import { say } from "./verdict.ts";

/** Answers as the service would: first what either endpoint checks, then its own checks. */
export async function judge(attempt: Attempt): Promise<Verdict> {
  const { endpoint, request, body } = attempt;
  if (tenantOf(attempt).endpoints[endpoint] === false) {
    return say(attempt, "not-found", "the tenant has this endpoint turned off");
  }

  const quota = countRequest(attempt);
  if (quota?.exceeded) {
    const { limit, retryAfter, reset } = quota;
    return say(attempt, "too-many-requests", "the tenant's rate limit is used up", { limit, retryAfter, reset });
  }

  if (request.method !== "POST") return say(attempt, "method-not-allowed", `the method is ${request.method}`);

  const read = readBody(request, body);
  if ("issue" in read) return say(attempt, "bad-request", read.issue, { detail: read.issue });

  const verdict = await (endpoint === "oauth-ro" ? signIn : start)(attempt, read.fields);
  return quota ? { ...verdict, headers: { ...quota.headers, ...verdict.headers } } : verdict;
}

/** Answers with a success whatever the request says, inventing whom it needs. */
export async function succeed(attempt: Attempt): Promise<Verdict> {
  const read = readBody(attempt.request, attempt.body);
  const fields = "fields" in read ? read.fields : {};
  return (attempt.endpoint === "oauth-ro" ? signInAnybody : startAnybody)(attempt, fields);
}

import type { Connection } from "../../scenarios/demo-tenant.ts";
import type { RequestContext } from "../engine/request-context.ts";
import type { TenantState } from "../engine/session.ts";
import { RecentMap } from "./recent-map.ts";
import { tenantOf } from "./tenant.ts";

/** A user, as an id token describes them. */
export interface Identity {
  /** `sub`: the connection's strategy and an id. */
  readonly user_id: string;
  readonly claims: Readonly<Record<string, unknown>>;
}

/** The most accounts that a session keeps, far more than a test needs. */
const accountLimit = 10_000;

/** What the live tenant remembers in one session. */
interface State {
  /** The number of wrong passwords in a row. */
  readonly failures: RecentMap<number>;
  /** The last code sent to each account, until it is used. */
  readonly codes: RecentMap<{ readonly code: string; readonly expiresAt: number; wrongTries: number }>;
  /** Every user who has signed in or was sent a code. */
  readonly identities: RecentMap<Identity>;
  /** The current rate limit window of each endpoint: when it started, and the number of requests. */
  readonly windows: Map<string, { readonly start: number; used: number }>;
}

const states = new WeakMap<TenantState, State>();

/** The state of the request's session, created on first use. */
export function stateOf({ tenantState }: RequestContext): State {
  let state = states.get(tenantState);
  if (!state) {
    state = {
      failures: new RecentMap(accountLimit),
      codes: new RecentMap(accountLimit),
      identities: new RecentMap(accountLimit),
      windows: new Map(),
    };
    states.set(tenantState, state);
  }
  return state;
}

/** The key of an account in the state. */
export function accountKey({ name }: Connection, username: string): string {
  return `${name.length} ${name} ${username.toLowerCase()}`;
}

/** How many failed attempts in a row lock an account. */
export const attemptsBeforeLock = 10;

/** Whether the account is locked after too many failed attempts in a row. */
export function isLocked(context: RequestContext, account: string): boolean {
  return (stateOf(context).failures.get(account) ?? 0) >= attemptsBeforeLock;
}

export function countFailure(context: RequestContext, account: string): void {
  const { failures } = stateOf(context);
  failures.set(account, (failures.get(account) ?? 0) + 1);
}

export function clearFailures(context: RequestContext, account: string): void {
  stateOf(context).failures.delete(account);
}

/** How long a one-time code works, in milliseconds. */
export const codeLifetime: number = 3 * 60 * 1000;

const wrongTriesOfCode = 3;

/** Issues a code. Earlier codes stop working. */
export function issueCode(context: RequestContext, account: string, code: string, expiresAt: number): void {
  stateOf(context).codes.set(account, { code, expiresAt, wrongTries: 0 });
}

/** The result of trying a code. */
export type Redemption = "right" | "none" | "wrong" | "expired" | "too many tries";

/** Tries a code. A correct code is used up. */
export function redeemCode(context: RequestContext, account: string, given: string): Redemption {
  const { codes } = stateOf(context);
  const issued = codes.get(account);
  if (!issued) return "none";
  if (issued.wrongTries >= wrongTriesOfCode) return "too many tries";
  if (given !== issued.code) {
    issued.wrongTries += 1;
    return "wrong";
  }
  if (context.at >= issued.expiresAt) return "expired";
  codes.delete(account);
  return "right";
}

/** What the tenant has counted in a session. */
export interface Counters {
  /** The accounts with failed attempts. */
  readonly attempts: readonly { readonly connection: string; readonly username: string; readonly failures: number }[];
  /** The requests in the current rate limit window of each endpoint. */
  readonly requests: readonly { readonly endpoint: string; readonly used: number }[];
}

/** The counters of a session. */
export function countersOf(tenantState: TenantState): Counters {
  const state = states.get(tenantState);
  return {
    attempts: (state?.failures.entries() ?? []).map(([account, failures]) => readAttempts(account, failures)),
    requests: Array.from(state?.windows ?? [], ([endpoint, { used }]) => ({ endpoint, used })),
  };
}

/** Reads the key that `accountKey` wrote. */
function readAttempts(key: string, failures: number): Counters["attempts"][number] {
  const start = key.indexOf(" ") + 1;
  const end = start + Number.parseInt(key, 10);
  return { connection: key.slice(start, end), username: key.slice(end + 1), failures };
}

/** Unlocks all accounts, and starts the rate limit windows again. */
export function clearCounters(tenantState: TenantState): void {
  const state = states.get(tenantState);
  state?.failures.clear();
  state?.windows.clear();
}

/** The state of the rate limit for a request. */
export interface Quota {
  readonly limit: number;
  readonly exceeded: boolean;
  /** Seconds until the next window. */
  readonly retryAfter: number;
  /** The start of the next window, as a Unix time in seconds. */
  readonly reset: number;
  /** The rate limit headers of the response. */
  readonly headers: Readonly<Record<string, string>>;
}

/** Counts a request. Returns undefined when the tenant has no rate limit. */
export function countRequest(context: RequestContext): Quota | undefined {
  const { rateLimit } = tenantOf(context);
  if (!rateLimit) return undefined;
  const { limit, windowSeconds } = rateLimit;
  const { windows } = stateOf(context);
  const now = context.at;
  let window = windows.get(context.endpoint);
  // `now` is before the start when the clock was set back.
  if (!window || now < window.start || now >= window.start + windowSeconds * 1000) {
    window = { start: now, used: 0 };
    windows.set(context.endpoint, window);
  }
  window.used += 1;
  const end = window.start / 1000 + windowSeconds;
  const reset = Math.ceil(end);
  return {
    limit,
    exceeded: window.used > limit,
    retryAfter: Math.ceil(end - now / 1000),
    reset,
    headers: {
      "x-ratelimit-limit": String(limit),
      "x-ratelimit-remaining": String(Math.max(0, limit - window.used)),
      "x-ratelimit-reset": String(reset),
    },
  };
}

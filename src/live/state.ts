import type { Connection } from "../../scenarios/demo-tenant.ts";
import type { Attempt } from "../attempt.ts";
import type { Memory } from "../session.ts";
import { RecentMap } from "./recent-map.ts";
import { tenantOf } from "./tenant.ts";

/** Somebody, as an id token tells of them. */
export interface Identity {
  /** `sub`: the connection's strategy and an id. */
  readonly user_id: string;
  readonly claims: Readonly<Record<string, unknown>>;
}

/** How many accounts a session knows: far more than a test needs. */
const accountLimit = 10_000;

/** What the tenant of one session remembers. */
interface State {
  /** Wrong passwords in a row. */
  readonly failures: RecentMap<number>;
  /** The code that was sent last, until it is used. */
  readonly codes: RecentMap<{ readonly code: string; readonly expiresAt: number; wrongTries: number }>;
  /** Who has been seen. */
  readonly identities: RecentMap<Identity>;
  /** Since when the requests of an endpoint are counted, and how many there were. */
  readonly windows: Map<string, { readonly start: number; used: number }>;
}

const states = new WeakMap<Memory, State>();

/** The state of the attempt's session; a session that was reset has none yet. */
export function stateOf({ memory }: Attempt): State {
  let state = states.get(memory);
  if (!state) {
    state = {
      failures: new RecentMap(accountLimit),
      codes: new RecentMap(accountLimit),
      identities: new RecentMap(accountLimit),
      windows: new Map(),
    };
    states.set(memory, state);
  }
  return state;
}

/** Under which key the state knows somebody. */
export function accountKey({ name }: Connection, username: string): string {
  return `${name.length} ${name} ${username.toLowerCase()}`;
}

const attemptsBeforeLock = 10;

/** Whether so many attempts failed in a row that no further one counts. */
export function isLocked(attempt: Attempt, account: string): boolean {
  return (stateOf(attempt).failures.get(account) ?? 0) >= attemptsBeforeLock;
}

export function countFailure(attempt: Attempt, account: string): void {
  const { failures } = stateOf(attempt);
  failures.set(account, (failures.get(account) ?? 0) + 1);
}

export function clearFailures(attempt: Attempt, account: string): void {
  stateOf(attempt).failures.delete(account);
}

/** How long a one-time code works, in milliseconds. */
export const codeLifetime: number = 3 * 60 * 1000;

const wrongTriesOfCode = 3;

/** Makes a code the one that works. */
export function issueCode(attempt: Attempt, account: string, code: string, expiresAt: number): void {
  stateOf(attempt).codes.set(account, { code, expiresAt, wrongTries: 0 });
}

/** What came of trying a code. */
export type Redemption = "right" | "none" | "wrong" | "expired" | "too many tries";

/** Tries a code; a right one is used up. */
export function redeemCode(attempt: Attempt, account: string, given: string): Redemption {
  const { codes } = stateOf(attempt);
  const issued = codes.get(account);
  if (!issued) return "none";
  if (issued.wrongTries >= wrongTriesOfCode) return "too many tries";
  if (given !== issued.code) {
    issued.wrongTries += 1;
    return "wrong";
  }
  if (attempt.at >= issued.expiresAt) return "expired";
  codes.delete(account);
  return "right";
}

/** Where the tenant's rate limit stands. */
export interface Quota {
  readonly limit: number;
  readonly exceeded: boolean;
  /** Seconds until the count starts again. */
  readonly retryAfter: number;
  /** When it does, as a Unix time in seconds. */
  readonly reset: number;
  /** What an answer says of it. */
  readonly headers: Readonly<Record<string, string>>;
}

/** Counts a request; undefined where the tenant has no rate limit. */
export function countRequest(attempt: Attempt): Quota | undefined {
  const { rateLimit } = tenantOf(attempt);
  if (!rateLimit) return undefined;
  const { limit, windowSeconds } = rateLimit;
  const { windows } = stateOf(attempt);
  const now = attempt.at;
  let window = windows.get(attempt.endpoint);
  // Before its start: the clock was set back.
  if (!window || now < window.start || now >= window.start + windowSeconds * 1000) {
    window = { start: now, used: 0 };
    windows.set(attempt.endpoint, window);
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

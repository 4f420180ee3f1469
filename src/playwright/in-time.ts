import { inTime as settleInTime } from "../worker/in-time.ts";

/** How long a page may take, in milliseconds. Less than a test: it must not fail because a page hangs. */
const limit = 5000;

/** Settles like the promise. Rejects when a page takes too long. */
export function inTime<T>(promise: Promise<T>): Promise<T> {
  return settleInTime(promise, limit, `The page did not react within ${limit / 1000} seconds.`);
}

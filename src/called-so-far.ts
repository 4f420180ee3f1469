import type { Call } from "./call.ts";

/** What an error about a call that was not made tells: the last ones that were. */
export function calledSoFar(calls: readonly Call[]): string {
  if (calls.length === 0) return "Nothing was called. Is the request sent, and do the handlers listen?";
  const told = calls.slice(-5).map((call) => `${call.endpoint} (${call.scenario}: ${call.reason})`);
  return `Called so far: ${told.join(", ")}.`;
}

import type { Endpoint } from "../scenarios/scenario.ts";
import type { Call } from "./call.ts";
import type { Session } from "./session.ts";

/** The next call that has not been waited for; the time-out tells what was called instead. */
export function waitForCall(session: Session, endpoint: Endpoint, timeout: number): Promise<Call> {
  // Made here, so that its stack shows the line that waited.
  const tooLate = new Error();
  return session.line(endpoint).log.next(timeout, () => {
    tooLate.message = `No call to ${endpoint} within ${timeout} ms. ${calledInstead(session.calls(), endpoint)}`;
    return tooLate;
  });
}

function calledInstead(calls: readonly Call[], endpoint: Endpoint): string {
  if (calls.length === 0) return "Nothing was called. Is the request sent, and do the handlers listen?";
  const told = calls.slice(-5).map((call) => `${call.endpoint} (${call.scenario}: ${call.reason})`);
  const hint = calls.some((call) => call.endpoint === endpoint) ? " Each call can be waited for once." : "";
  return `Called so far: ${told.join(", ")}.${hint}`;
}

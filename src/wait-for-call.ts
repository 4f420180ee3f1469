import type { Endpoint } from "../scenarios/scenario.ts";
import type { Call } from "./call.ts";
import { calledSoFar } from "./called-so-far.ts";
import type { Session } from "./session.ts";

/** The next call that has not been waited for. Rejects with `failure`, which tells what was called instead. */
export function waitForCall(session: Session, endpoint: Endpoint, timeout: number, failure: Error): Promise<Call> {
  return session.line(endpoint).log.next(timeout, failure, () => {
    const calls = session.calls();
    const hint = calls.some((call) => call.endpoint === endpoint) ? " Each call can be waited for once." : "";
    return `No call to ${endpoint} within ${timeout} ms. ${calledSoFar(calls)}${hint}`;
  });
}

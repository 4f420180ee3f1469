import type { Mock } from "../engine/request-context.ts";
import { forkSession, type Session } from "../engine/session.ts";

/** The session of the running test, for tests that run one at a time. */
export interface SessionSwap {
  /** Starts a session for the code that follows. It is created when it is first used. */
  enter(testName?: string): void;
  /** The scenarios that were served in it. */
  served(): ReadonlySet<string>;
  /** Ends the session, with its pending responses. */
  leave(): void;
}

/**
 * Lets a mock use another session for each test. Code in an isolate keeps its own, and so does code that runs outside of
 * all tests.
 */
export function swapSessions(mock: Mock, isOutside = (): boolean => false): SessionSwap {
  const outside = mock.session;
  let around: Session | undefined;
  let own: Session | undefined;
  let name: string | undefined;
  mock.session = (request) => {
    const found = outside(request);
    return around && found === around && !isOutside() ? (own ??= forkSession(around, name)) : found;
  };
  const leave = (): void => {
    const left = own;
    around = undefined;
    own = undefined;
    left?.reset();
  };
  return {
    enter(testName) {
      leave();
      name = testName;
      // The session starts when it is first used. Until then, a file fixture may still switch for all tests.
      around = outside();
    },
    served: () => own?.served ?? new Set(),
    leave,
  };
}

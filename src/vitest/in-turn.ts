import type { RunnerTestSuite } from "vitest";
import type { Mock } from "../engine/request-context.ts";
import { forkSession, type Session } from "../engine/session.ts";
import { internalsOf } from "../mock-auth0.ts";
import { state, type Turn } from "./global-state.ts";
import type { GetHooks } from "./hooks.ts";

/**
 * Runs concurrent tests one at a time, for hosts that cannot tell their requests apart. This is not a lock: tests that
 * wait for a lock would use up `maxConcurrency`.
 */
export function runInTurn({ tasks }: RunnerTestSuite): void {
  for (const task of tasks) {
    task.concurrent = false;
    if (task.type === "suite") runInTurn(task);
  }
}

/** The turn of a mock. It is created once, however often a setup file is loaded. */
export function turnOf(auth0: object): Turn {
  const mock = internalsOf(auth0);
  const turn = state.turns.get(mock) ?? createTurn(mock);
  state.turns.set(mock, turn);
  return turn;
}

function createTurn(mock: Mock): Turn {
  const outside = mock.session;
  let around: Session | undefined;
  let own: Session | undefined;
  let name: string | undefined;
  mock.session = (request) => {
    const found = outside(request);
    // Code in an isolate keeps its session.
    if (found !== around || state.outside > 0) return found;
    return (own ??= forkSession(around, name));
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

/** Keeps hooks of a suite out of the session of the previous test, regardless of the order of hooks. */
export function leaveAtSuites(suite: RunnerTestSuite, getHooks: GetHooks, leave: () => void): void {
  const { afterAll } = getHooks(suite);
  afterAll.unshift(leave);
  afterAll.push(leave);
  for (const task of suite.tasks) {
    if (task.type !== "suite") continue;
    const { aroundAll, beforeAll } = getHooks(task);
    aroundAll?.unshift((runSuite) => {
      leave();
      return runSuite();
    });
    beforeAll.unshift(leave);
    leaveAtSuites(task, getHooks, leave);
  }
}

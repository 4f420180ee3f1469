import type { RunnerTestSuite } from "vitest";
import { internalsOf } from "../mock-auth0.ts";
import { type SessionSwap, swapSessions } from "../runner/swap-session.ts";
import { state } from "./global-state.ts";
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
export function turnOf(auth0: object): SessionSwap {
  const mock = internalsOf(auth0);
  const turn = state.turns.get(mock) ?? swapSessions(mock, () => state.outside > 0);
  state.turns.set(mock, turn);
  return turn;
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

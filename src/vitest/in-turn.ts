import type { RunnerTestSuite } from "vitest";
import type { Mock } from "../attempt.ts";
import { forkSession } from "../fork-session.ts";
import { internalsOf } from "../mock-auth0.ts";
import type { Session } from "../session.ts";
import type { GetHooks } from "./hooks.ts";
import { shared } from "./shared.ts";

/**
 * Lets concurrent tests run one after the other, where nothing tells them apart.
 * A lock would not do: tests that wait for it take the places of the one that holds it.
 */
export function runInTurn({ tasks }: RunnerTestSuite): void {
  for (const task of tasks) {
    task.concurrent = false;
    if (task.type === "suite") runInTurn(task);
  }
}

/** The session of the test that runs, for a mock whose tests take turns. */
export interface Turn {
  /** Leaves the session of the test before, and gives all that follows a new one. */
  enter(): void;
  /** The scenarios that were served in it. */
  served(): ReadonlySet<string>;
  /** Ends what is pending in it. What follows belongs to no test. */
  leave(): void;
}

/** The turns of a mock: the same ones each time, however often a set-up file is loaded. */
export function turnOf(auth0: object): Turn {
  const mock = internalsOf(auth0);
  const turn = shared.turns.get(mock) ?? createTurn(mock);
  shared.turns.set(mock, turn);
  return turn;
}

function createTurn(mock: Mock): Turn {
  const outside = mock.session;
  let around: Session | undefined;
  let own: Session | undefined;
  mock.session = (request) => {
    const found = outside(request);
    // What is in an isolate stays there.
    if (found !== around || shared.outside > 0) return found;
    return (own ??= forkSession(around));
  };
  const leave = (): void => {
    const left = own;
    around = undefined;
    own = undefined;
    left?.reset();
  };
  return {
    enter() {
      leave();
      // Its own begins when it is needed: until then, a fixture of the file may switch for all tests.
      around = outside();
    },
    served: () => own?.served ?? new Set(),
    leave,
  };
}

/** Lets no hook of a suite run in the session of the test before it, whatever the order of hooks is. */
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

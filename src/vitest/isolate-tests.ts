import * as vitest from "vitest";
import type { RunnerTestCase, RunnerTestSuite } from "vitest";
import { internalsOf } from "../mock-auth0.ts";
import { state } from "./global-state.ts";
import { findHooks, fullName, type GetHooks, type SuiteHooks, suitesOf } from "./hooks.ts";
import type { SessionSwap } from "../runner/swap-session.ts";
import { leaveAtSuites, runInTurn, turnOf } from "./in-turn.ts";

/** Creates a session for the code that runs in it. */
export type CreateIsolate = (
  auth0: object,
  testName: string,
) => {
  served(): ReadonlySet<string>;
  run<Result>(run: () => Result): Result;
  end(): void;
};

/** Gives each run of a test its own session, which starts before any other code of the test and ends after it. */
export function isolateTests(auth0: object, createIsolate?: CreateIsolate): void {
  const { aroundEach }: { readonly aroundEach?: unknown } = vitest;
  let areHooksFound = true;

  vitest.beforeAll(async function isolateSuite() {
    // The suite is the last argument, of one or two depending on the version. Newer versions allow no named parameter.
    const suite = [...arguments].at(-1) as RunnerTestSuite;
    if (!isFirst(suite, internalsOf(auth0))) return;
    const getHooks = await findHooks();
    if (createIsolate && getHooks?.(suite).aroundEach) {
      isolateEach(suite, getHooks, (testName) => createIsolate(auth0, testName));
      return;
    }
    runInTurn(suite);
    if (getHooks) takeTurns(suite, getHooks, turnOf(auth0));
    else areHooksFound = false;
  });

  // Too late for automatic fixtures, but the only way in browsers before Vitest 4.1.
  if (!aroundEach) {
    vitest.beforeEach(({ task, onTestFinished }) => {
      if (areHooksFound) return;
      const turn = turnOf(auth0);
      turn.enter(fullName(task));
      onTestFinished(() => {
        keepServed(task, turn.served());
        turn.leave();
      });
    });
  }
}

/** Whether this is the first call for a mock and a suite. A page loads a setup file twice when tests import it. */
function isFirst(suite: RunnerTestSuite, mock: object): boolean {
  const mocks = state.isolated.get(suite) ?? new WeakSet();
  if (mocks.has(mock)) return false;
  state.isolated.set(suite, mocks.add(mock));
  return true;
}

/** Isolates tests by their asynchronous context, so that they can run concurrently. */
function isolateEach(
  suite: RunnerTestSuite,
  getHooks: GetHooks,
  create: (testName: string) => ReturnType<CreateIsolate>,
): void {
  const open = new Map<RunnerTestCase, ReturnType<CreateIsolate>>();
  const end = (isOver: (task: RunnerTestCase) => boolean): void => {
    for (const [task, isolated] of open) {
      if (!isOver(task)) continue;
      isolated.end();
      open.delete(task);
    }
  };
  const endAll = (): void => end(() => true);

  const { aroundEach, afterAll } = getHooks(suite);
  addFirst(aroundEach, async (runTest, { task }) => {
    end((each) => each === task || each.result?.duration !== undefined);
    const isolated = create(fullName(task));
    open.set(task, isolated);
    await isolated.run(runTest);
    keepServed(task, isolated.served());
    if (!hasMoreToRun(task, getHooks)) end((each) => each === task);
  });
  // First and last, regardless of the order of hooks: pending requests must not reach the network.
  afterAll.unshift(endAll);
  afterAll.push(endAll);
}

/** Runs tests one at a time, and swaps the session between them. */
function takeTurns(suite: RunnerTestSuite, getHooks: GetHooks, turn: SessionSwap): void {
  const { aroundEach, beforeEach } = getHooks(suite);
  if (aroundEach) {
    addFirst(aroundEach, async (runTest, { task }) => {
      turn.enter(fullName(task));
      await runTest();
      keepServed(task, turn.served());
      if (!hasMoreToRun(task, getHooks)) turn.leave();
    });
  } else {
    beforeEach.unshift(({ task, onTestFinished }) => {
      turn.enter(fullName(task));
      // Registered first, so called last. Callbacks for failed tests come after all of these.
      onTestFinished(() => {
        keepServed(task, turn.served());
        if (task.result?.state !== "fail") turn.leave();
      });
    });
  }
  leaveAtSuites(suite, getHooks, () => turn.leave());
}

type AroundEach = SuiteHooks["aroundEach"] & object;

function addFirst(hooks: SuiteHooks["aroundEach"], hook: AroundEach[number]): void {
  hooks?.unshift(hook);
  state.hooks.add(hook);
}

/** Whether there is another `aroundEach`. Vitest tears down its fixtures after all hooks. */
function hasMoreToRun(task: RunnerTestCase, getHooks: GetHooks): boolean {
  return suitesOf(task).some((suite) => getHooks(suite).aroundEach?.some((hook) => !state.hooks.has(hook)));
}

/** Adds what was served to the metadata of a test, if this run of it passed. */
function keepServed(task: Readonly<RunnerTestCase>, served: ReadonlySet<string>): void {
  const passed = (task.result?.state !== "fail") !== (task.fails ?? false);
  if (!passed || served.size === 0) return;
  const before = task.meta.auth0?.served ?? [];
  task.meta.auth0 = { ...task.meta.auth0, v: 1, served: [...new Set([...before, ...served])] };
}

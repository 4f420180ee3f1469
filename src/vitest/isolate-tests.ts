import * as vitest from "vitest";
import type { RunnerTestCase, RunnerTestSuite } from "vitest";
import { internalsOf } from "../mock-auth0.ts";
import { findHooks, type GetHooks, type SuiteHooks, suitesOf } from "./hooks.ts";
import { turnOf, leaveAtSuites, runInTurn, type Turn } from "./in-turn.ts";
import { keepServed } from "./served.ts";
import { shared } from "./shared.ts";

/** Makes a session for what runs in it. */
export type CreateIsolate = (auth0: object) => {
  served(): ReadonlySet<string>;
  run<Result>(run: () => Result): Result;
  end(): void;
};

/** Gives each attempt of a test its own session, which begins before any other code of the test and ends after it. */
export function isolateTests(auth0: object, createIsolate?: CreateIsolate): void {
  const { aroundEach }: { readonly aroundEach?: unknown } = vitest;
  let areHooksFound = true;

  vitest.beforeAll(async function isolateSuite() {
    // The suite is the last argument, of one or two by the version; newer ones allow no parameter but a fixture.
    const suite = [...arguments].at(-1) as RunnerTestSuite;
    if (!isFirst(suite, internalsOf(auth0))) return;
    const getHooks = await findHooks();
    if (createIsolate && getHooks?.(suite).aroundEach) {
      isolateEach(suite, getHooks, () => createIsolate(auth0));
      return;
    }
    runInTurn(suite);
    if (getHooks) takeTurns(suite, getHooks, turnOf(auth0));
    else areHooksFound = false;
  });

  // Too late for automatic fixtures, and the best there is in a page of Vitest before 4.1.
  if (!aroundEach) {
    vitest.beforeEach(({ task, onTestFinished }) => {
      if (areHooksFound) return;
      const turn = turnOf(auth0);
      turn.enter();
      onTestFinished(() => {
        keepServed(task, turn.served());
        turn.leave();
      });
    });
  }
}

/** Whether a mock meets a suite for the first time: a page loads a set-up file twice when tests import it. */
function isFirst(suite: RunnerTestSuite, mock: object): boolean {
  const mocks = shared.isolated.get(suite) ?? new WeakSet();
  if (mocks.has(mock)) return false;
  shared.isolated.set(suite, mocks.add(mock));
  return true;
}

/** Isolates tests by the asynchronous context that they run in, so that they can run at once. */
function isolateEach(suite: RunnerTestSuite, getHooks: GetHooks, create: () => ReturnType<CreateIsolate>): void {
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
    const isolated = create();
    open.set(task, isolated);
    await isolated.run(runTest);
    keepServed(task, isolated.served());
    if (!hasMoreToRun(task, getHooks)) end((each) => each === task);
  });
  // First and last, whatever the order of hooks is: what is pending then must not reach the network.
  afterAll.unshift(endAll);
  afterAll.push(endAll);
}

/** Has tests take turns, and swaps the session of all code between them. */
function takeTurns(suite: RunnerTestSuite, getHooks: GetHooks, turn: Turn): void {
  const { aroundEach, beforeEach } = getHooks(suite);
  if (aroundEach) {
    addFirst(aroundEach, async (runTest, { task }) => {
      turn.enter();
      await runTest();
      keepServed(task, turn.served());
      if (!hasMoreToRun(task, getHooks)) turn.leave();
    });
  } else {
    beforeEach.unshift(({ task, onTestFinished }) => {
      turn.enter();
      // Registered first, so called last of its kind; what is for failed tests comes after all of them.
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
  shared.hooks.add(hook);
}

/** Whether the fixtures of somebody else's `aroundEach` are still to be torn down, which Vitest does after all hooks. */
function hasMoreToRun(task: RunnerTestCase, getHooks: GetHooks): boolean {
  return suitesOf(task).some((suite) => getHooks(suite).aroundEach?.some((hook) => !shared.hooks.has(hook)));
}

import { afterAll, afterEach, beforeAll, beforeEach, expect } from "@jest/globals";
import { internalsOf } from "../mock-auth0.ts";
import { createIsolate, type Isolate } from "../node/isolate.ts";
import { recordsFolder, writeRecord } from "../runner/run-records.ts";
import { swapSessions } from "../runner/swap-session.ts";
import { type CircusTest, circusState, fullName, moveHook, testsIn } from "./circus.ts";

/**
 * Gives each run of a test its own session, from before its first hook until after its last one. Concurrent tests, for
 * which Jest runs no such hooks, are told apart by their asynchronous context.
 */
export function isolateTests(auth0: object): void {
  const folder = recordsFolder();
  const swap = swapSessions(internalsOf(auth0));
  const isolates = new Map<CircusTest, Isolate>();
  const served = new Map<CircusTest, string[]>();

  const enter = (): void => swap.enter(nameOfRunningTest());
  const leave = (): void => {
    const { currentlyRunningTest: test } = circusState();
    // The last attempt counts.
    if (test && !isolates.has(test)) served.set(test, [...swap.served()]);
    swap.leave();
  };
  beforeEach(enter);
  afterEach(leave);

  beforeAll(() => {
    const { rootDescribeBlock } = circusState();
    // The second hook of a kind can no longer come in between.
    moveHook(rootDescribeBlock.hooks, enter, "first");
    moveHook(rootDescribeBlock.hooks, leave, "last");
    for (const test of testsIn(rootDescribeBlock)) {
      if (test.concurrent) isolates.set(test, isolateConcurrent(auth0, test));
    }
  });
  afterAll(() => {
    for (const [test, isolated] of isolates) {
      isolated.end();
      served.set(test, [...isolated.served()]);
    }
    const file = expect.getState().testPath ?? "";
    for (const [test, ids] of served) {
      const hasPassed = test.status === "done" && test.errors.length === 0;
      if (hasPassed) writeRecord(folder, { file, name: fullName(test), auth0: { v: 1, served: ids } });
    }
  });
}

function isolateConcurrent(auth0: object, test: CircusTest): Isolate {
  const isolated = createIsolate(auth0, fullName(test));
  const { fn } = test;
  if (fn) test.fn = (...given) => isolated.run(() => fn(...given));
  return isolated;
}

function nameOfRunningTest(): string | undefined {
  const { currentlyRunningTest: test } = circusState();
  return test ? fullName(test) : undefined;
}

import { afterAll, afterEach, beforeAll, beforeEach, expect } from "@jest/globals";
import type { CoverageMeta } from "../coverage/meta.ts";
import { internalsOf } from "../mock-auth0.ts";
import { createIsolate, type Isolate } from "../node/isolate.ts";
import { recordsFolder, writeRecord } from "../runner/run-records.ts";
import { beginWatch, endWatch } from "../runner/screens.ts";
import { swapSessions } from "../runner/swap-session.ts";
import type { ScreenRecord } from "../screen/screen-watch.ts";
import { type CircusTest, circusState, fullName, moveHook, testsIn } from "./circus.ts";

interface Steps {
  /** Runs before the first test, after all hooks of the file's top level: one of them may start the user's own server. */
  readonly check: () => Promise<void>;
  /** Whether to watch what the page says. */
  readonly screen: boolean;
}

/**
 * Gives each run of a test its own session, from before its first hook until after its last one. Concurrent tests, for
 * which Jest runs no such hooks, are told apart by their asynchronous context. Their pages are not.
 */
export function isolateTests(auth0: object, { check, screen }: Steps): void {
  const folder = recordsFolder();
  const swap = swapSessions(internalsOf(auth0));
  const isolates = new Map<CircusTest, Isolate>();
  const metas = new Map<CircusTest, CoverageMeta>();
  let screens: readonly ScreenRecord[] | undefined;

  const enter = (): void => swap.enter(nameOfRunningTest());
  const leave = (): void => {
    const { currentlyRunningTest: test } = circusState();
    // The last attempt counts.
    if (test && !isolates.has(test)) metas.set(test, { v: 1, served: [...swap.served()], ...(screens && { screens }) });
    swap.leave();
  };
  const watch = (): void => beginWatch(auth0);
  const endScreen = async (): Promise<void> => {
    screens = await endWatch(auth0);
  };
  beforeEach(enter);
  if (screen) beforeEach(watch);
  beforeEach(check);
  if (screen) afterEach(endScreen);
  afterEach(leave);

  beforeAll(() => {
    const { rootDescribeBlock } = circusState();
    // The second hook of a kind can no longer come in between.
    moveHook(rootDescribeBlock.hooks, enter, "first");
    moveHook(rootDescribeBlock.hooks, check, "last");
    // Before Testing Library, for instance, removes the page.
    if (screen) moveHook(rootDescribeBlock.hooks, endScreen, "first");
    moveHook(rootDescribeBlock.hooks, leave, "last");
    for (const test of testsIn(rootDescribeBlock)) {
      if (test.concurrent) isolates.set(test, isolateConcurrent(auth0, test, check));
    }
  });
  afterAll(() => {
    for (const [test, isolated] of isolates) {
      isolated.end();
      metas.set(test, { v: 1, served: [...isolated.served()] });
    }
    const file = expect.getState().testPath ?? "";
    for (const [test, meta] of metas) {
      if (test.status !== "done") continue;
      writeRecord(folder, { file, name: fullName(test), hasPassed: test.errors.length === 0, auth0: meta });
    }
  });
}

function isolateConcurrent(auth0: object, test: CircusTest, check: () => Promise<void>): Isolate {
  const isolated = createIsolate(auth0, fullName(test));
  const { fn } = test;
  if (fn) test.fn = (...given) => isolated.run(() => check().then(() => fn(...given)));
  return isolated;
}

function nameOfRunningTest(): string | undefined {
  const { currentlyRunningTest: test } = circusState();
  return test ? fullName(test) : undefined;
}

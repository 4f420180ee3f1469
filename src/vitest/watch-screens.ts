import * as vitest from "vitest";
import type { RunnerTestSuite, TestContext } from "vitest";
import { beginWatch, endWatch } from "../runner/screens.ts";
import { findHooks } from "./hooks.ts";

/** Watches what the page says to each failure in each test, and adds it to the metadata of the test. */
export function watchScreens(auth0: object): void {
  const finish = async ({ task }: Pick<TestContext, "task">): Promise<void> => {
    const screens = await endWatch(auth0);
    if (screens) task.meta.auth0 = { v: 1, served: [], ...task.meta.auth0, screens };
  };

  vitest.beforeEach(() => beginWatch(auth0));
  // For browsers before Vitest 4.1. A clean-up may have emptied the page by then.
  vitest.afterEach(finish);
  vitest.beforeAll(async function finishBeforeCleanUps() {
    const getHooks = await findHooks();
    // The last hook runs first: before Testing Library, for instance, removes the page.
    getHooks?.([...arguments].at(-1) as RunnerTestSuite).afterEach.push(finish);
  });
}

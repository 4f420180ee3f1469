import * as vitest from "vitest";
import type { RunnerTestSuite, TestContext } from "vitest";
import type { Session } from "../engine/session.ts";
import { internalsOf } from "../mock-auth0.ts";
import { ScreenWatch } from "../screen/screen-watch.ts";
import { state } from "./global-state.ts";
import { findHooks } from "./hooks.ts";

/** Watches what the page says to each failure in each test, and adds it to the metadata of the test. */
export function watchScreens(auth0: object): void {
  const mock = internalsOf(auth0);
  const isSuccess = (id: string): boolean => mock.registry.find(id).entry?.kind === "success";

  const finish = ({ task }: Pick<TestContext, "task">): void => {
    const watch = state.screens.get(mock.session());
    watch?.stop();
    if (watch) task.meta.auth0 = { v: 1, served: [], ...task.meta.auth0, screens: watch.records };
  };

  vitest.beforeEach(() => {
    const session = mock.session();
    state.screens.set(session, new ScreenWatch(session, isSuccess));
  });
  // For browsers before Vitest 4.1. A clean-up may have emptied the page by then.
  vitest.afterEach(finish);
  vitest.beforeAll(async function finishBeforeCleanUps() {
    const getHooks = await findHooks();
    // The last hook runs first: before Testing Library, for instance, removes the page.
    getHooks?.([...arguments].at(-1) as RunnerTestSuite).afterEach.push(finish);
  });
}

/** What the page said since the last answer that is not a success, in the running test. */
export function screenOf(session: Session): ScreenWatch | undefined {
  return state.screens.get(session);
}

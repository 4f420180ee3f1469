import * as vitest from "vitest";
import type { RunnerTestSuite, TestContext } from "vitest";
import type { NoCustom } from "../catalog/scenario-id.ts";
import { startStackAt } from "../engine/error-stack.ts";
import { calledSoFar } from "../engine/session.ts";
import { internalsOf, type MockAuth0 } from "../mock-auth0.ts";
import { type ScreenReading, ScreenWatch } from "../screen/screen-watch.ts";
import { successIn } from "../screen/success.ts";
import { state } from "./global-state.ts";
import { findHooks } from "./hooks.ts";

/** The mock of a test. */
export interface Auth0InTests<Custom = NoCustom> extends MockAuth0<Custom> {
  /**
   * What the page has said since the last answer that is not a success: its verdict, the sentence, why, and each text
   * with how it was announced. What a test does later is not in it: call it when the message is there.
   * @throws Without `screen: true`, and when no such answer was sent.
   * @example
   * await screen.findByRole("alert");
   * expect(auth0.screen()).toMatchObject({ verdict: "says", sentence: "Ask your administrator." });
   */
  screen(): ScreenReading;
}

/** Watches what the page says to each failure in each test, and adds it to the metadata of the test. */
export function watchScreens(auth0: object): void {
  const mock = internalsOf(auth0);
  const isSuccess = successIn(mock);

  const finish = async ({ task }: Pick<TestContext, "task">): Promise<void> => {
    const watch = state.screens.get(mock.session());
    if (!watch) return;
    await settle(watch);
    watch.stop();
    task.meta.auth0 = { v: 1, served: [], ...task.meta.auth0, screens: watch.records };
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

// Tests may replace it with a fake timer.
const { setTimeout } = globalThis;

/**
 * A test can end as soon as a message is there, between the message and the button that is enabled again. Only a fault
 * waits for what the page does next.
 */
async function settle({ last }: ScreenWatch): Promise<void> {
  if (last && last.verdict !== "says") await new Promise((resolve) => setTimeout(resolve));
}

/**
 * What the page of the running test has said since the last answer that is not a success.
 * @param user What needs it, for the errors.
 * @throws Without `screen: true`, and when no such answer was sent.
 */
export function readScreen(auth0: MockAuth0, user: string): ScreenReading {
  const watch = state.screens.get(internalsOf(auth0).session());
  if (!watch) {
    throw new TypeError(`${user} needs { screen: true } in the options of setupAuth0(), and a running test.`);
  }
  const { last } = watch;
  if (!last) throw new TypeError(`${user} needs an answer that is not a success. ${calledSoFar(auth0.calls())}`);
  return last;
}

/** Adds `screen()` to a mock. */
export function withScreen<Custom>(auth0: MockAuth0<Custom>): Auth0InTests<Custom> {
  return Object.defineProperty(auth0, "screen", {
    configurable: true,
    value: function screen() {
      try {
        return readScreen(auth0 as unknown as MockAuth0, "auth0.screen()");
      } catch (error) {
        throw startStackAt(screen, error);
      }
    },
  }) as Auth0InTests<Custom>;
}

import { type Expect, expect as base } from "@playwright/test";
import { type ScenarioOf, toHaveAnswered } from "../runner/to-have-answered.ts";

declare global {
  namespace PlaywrightTest {
    interface Matchers<R, T = unknown> {
      /** Passes when a call of the test was answered with the scenario. Throws on a wrong name. */
      toHaveAnswered(scenario: ScenarioOf<T>): R;
    }
  }
}

/** Playwright's `expect` with `toHaveAnswered`. */
export const expect: Expect = base.extend({ toHaveAnswered });

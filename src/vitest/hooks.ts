import * as vitest from "vitest";
import type { RunnerTestCase, RunnerTestSuite, TestContext } from "vitest";

/**
 * Vitest's own lists of a suite's hooks. A hook that is added to a list directly runs before the automatic fixtures of
 * the test are set up; a registered hook runs after.
 */
export interface SuiteHooks {
  readonly beforeAll: (() => unknown)[];
  readonly afterAll: (() => unknown)[];
  readonly beforeEach: ((context: TestContext) => unknown)[];
  readonly afterEach: ((context: TestContext) => unknown)[];
  /** Since Vitest 4.1, as `aroundEach`. */
  readonly aroundAll?: ((runSuite: () => Promise<void>) => unknown)[];
  readonly aroundEach?: ((runTest: () => Promise<void>, context: TestContext, suite: RunnerTestSuite) => unknown)[];
}

export type GetHooks = (suite: RunnerTestSuite) => SuiteHooks;

/** Finds how this version of Vitest returns the hooks of a suite. Undefined in browsers before Vitest 4.1. */
export async function findHooks(): Promise<GetHooks | undefined> {
  const { TestRunner } = vitest as { readonly TestRunner?: { readonly getSuiteHooks: unknown } };
  if (TestRunner) return TestRunner.getSuiteHooks as GetHooks;
  // In a variable, since bundlers would report that newer versions have no such entry.
  const entry = "vitest/suite";
  try {
    const { getHooks } = (await import(/* @vite-ignore */ entry)) as { readonly getHooks: GetHooks };
    return getHooks;
  } catch {
    return undefined;
  }
}

/** `sign-in > shows a message`: the names of its suites and its own. */
export function fullName(task: RunnerTestCase): string {
  const suites = suitesOf(task).slice(0, -1).toReversed();
  return [...suites, task].map(({ name }) => name).join(" > ");
}

/** The suites of a test, from the innermost to its file. */
export function suitesOf({ suite, file }: RunnerTestCase): RunnerTestSuite[] {
  const suites: RunnerTestSuite[] = [];
  for (let each = suite; each && each !== file; each = each.suite) suites.push(each);
  return [...suites, file];
}

import * as vitest from "vitest";
import type { RunnerTestCase, RunnerTestSuite, TestContext } from "vitest";

/**
 * The hooks of a suite as Vitest calls them. A hook that is put here by hand gets its arguments as they are;
 * for one that is registered, Vitest sets up the test's automatic fixtures first.
 */
export interface SuiteHooks {
  readonly beforeAll: (() => unknown)[];
  readonly afterAll: (() => unknown)[];
  readonly beforeEach: ((context: TestContext) => unknown)[];
  /** Vitest has both from 4.1 on. */
  readonly aroundAll?: ((runSuite: () => Promise<void>) => unknown)[];
  readonly aroundEach?: ((runTest: () => Promise<void>, context: TestContext, suite: RunnerTestSuite) => unknown)[];
}

export type GetHooks = (suite: RunnerTestSuite) => SuiteHooks;

/** How this version of Vitest gives the hooks of a suite; undefined in a page of one before 4.1. */
export async function findHooks(): Promise<GetHooks | undefined> {
  const { TestRunner } = vitest as { readonly TestRunner?: { readonly getSuiteHooks: unknown } };
  if (TestRunner) return TestRunner.getSuiteHooks as GetHooks;
  // Not written out: newer versions have no such entry, which bundlers would complain of.
  const entry = "vitest/suite";
  try {
    const { getHooks } = (await import(/* @vite-ignore */ entry)) as { readonly getHooks: GetHooks };
    return getHooks;
  } catch {
    return undefined;
  }
}

/** A test's suites, from its own up to its file. */
export function suitesOf({ suite, file }: RunnerTestCase): RunnerTestSuite[] {
  const suites: RunnerTestSuite[] = [];
  for (let each = suite; each && each !== file; each = each.suite) suites.push(each);
  return [...suites, file];
}

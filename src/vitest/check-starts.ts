import * as vitest from "vitest";
import type { RunnerTestSuite } from "vitest";
import type { Network } from "../worker/handlers.ts";
import { findHooks } from "./hooks.ts";

/** Fails the tests of the file when MSW does not start, or when it does not answer their requests. */
export function checkStarts(
  given: Network | undefined,
  ready: Promise<unknown> | undefined,
  check: () => Promise<void>,
): void {
  if (!given) {
    // From now on, while Vitest loads the tests.
    const checked = Promise.resolve(ready).then(check);
    // `beforeAll` reports it.
    checked.catch(() => {});
    vitest.beforeAll(() => checked);
    return;
  }
  let checked: Promise<void> | undefined;
  vitest.beforeAll(async function checkBeforeTests() {
    await ready;
    const getHooks = await findHooks();
    // After all other hooks of the file, since one of them may start the user's own network.
    getHooks?.([...arguments].at(-1) as RunnerTestSuite).beforeEach.push(() => (checked ??= check()));
  });
}

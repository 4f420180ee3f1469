import { setupServer } from "msw/node";
import type { expect } from "vitest";
import type { Endpoint } from "../../scenarios/scenario.ts";
import type { CoverageMeta } from "../coverage/meta.ts";
import type { MockAuth0, MockAuth0Options } from "../mock-auth0.ts";
import { createIsolate, runOutside } from "../node/isolate.ts";
import type { CustomScenarios, NoCustom } from "../scenario-id.ts";
import { passOn } from "../worker/pass-on.ts";
import { type Host, setUp, type SetupOptions } from "./setup.ts";

export type { SetupOptions } from "./setup.ts";

/** What `expect` returns for a value, in any version of Vitest: its type has other parameters in each. */
type AssertionOf<Actual> = ReturnType<typeof expect.soft<Actual>>;
type PolledAssertionOf<Actual> = ReturnType<typeof expect.poll<Actual>>;

/** The names that a mock answers with, your own included. Before version 5, Vitest does not say what is polled. */
type ScenarioOf<Mock> = unknown extends Mock
  ? `${Endpoint}/${string}`
  : Mock extends { readonly scenarios: readonly { readonly id: infer Id }[] }
    ? Id
    : never;

declare module "vitest" {
  // Without type parameters it merges with the declaration of each version; others must be the same everywhere.
  interface Assertion {
    /** Passes when a call of the test's session was answered with the scenario. Throws on a wrong name. */
    toHaveAnswered<Mock>(this: PolledAssertionOf<Mock>, scenario: ScenarioOf<Mock>): Promise<void>;
    /** Passes when a call of the test's session was answered with the scenario. Throws on a wrong name. */
    toHaveAnswered<Mock>(this: AssertionOf<Mock>, scenario: ScenarioOf<Mock>): void;
  }
  interface TaskMeta {
    /** What a test leaves for the coverage report. */
    auth0?: CoverageMeta;
  }
}

const node: Host = {
  given: ({ server }) => server,
  start() {
    const server = setupServer();
    // At once, so that clients that take `fetch` when they are imported take ours.
    server.listen(passOn);
    return { network: server, stop: () => server.close() };
  },
  createIsolate,
  runOutside,
};

/**
 * Makes a mock answer all tests of a file, and gives each test its own session: it begins with the switches of
 * `beforeAll`, holds for all hooks and fixtures of the test, and ends with the test. Fixtures of a file or a
 * worker are like `beforeAll`. Call it at the top of a set-up file. Takes a mock or its options; equal options
 * give the same mock.
 * @example export const auth0 = setupAuth0();
 */
export function setupAuth0<const Custom extends CustomScenarios = NoCustom>(
  mock: MockAuth0<Custom> | MockAuth0Options<Custom> = {},
  options: SetupOptions = {},
): MockAuth0<Custom> {
  return setUp(node, mock, options);
}

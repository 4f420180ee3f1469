import { setupServer } from "msw/node";
import type { CoverageMeta } from "../coverage/meta.ts";
import type { MockAuth0, MockAuth0Options } from "../mock-auth0.ts";
import { isolate, prepareIsolation } from "../node/isolate.ts";
import type { CustomScenarios, NoCustom } from "../scenario-id.ts";
import { passOn } from "../worker/pass-on.ts";
import { type Host, setUp, type SetupOptions } from "./setup.ts";

export type { SetupOptions } from "./setup.ts";

declare module "vitest" {
  interface Matchers<R extends void | Promise<void> = void | Promise<void>, T = unknown> {
    /** Passes when a call of the test's session was answered with the scenario. Throws on a wrong name. */
    toHaveAnswered(scenario: ScenarioOf<T>): R;
  }
  interface TaskMeta {
    /** What a test leaves for the coverage report. */
    auth0?: CoverageMeta;
  }
}

/** The names that a mock answers with, your own included. */
type ScenarioOf<Mock> = Mock extends { readonly scenarios: readonly { readonly id: infer Id }[] } ? Id : never;

const node: Host = {
  given: ({ server }) => server,
  start() {
    const server = setupServer();
    // At once, so that clients that take `fetch` when they are imported take ours.
    server.listen(passOn);
    return { network: server, stop: () => server.close() };
  },
  isolate,
};

/**
 * Has a mock answer all tests of a file, and gives each a session of its own: it begins with the switches
 * of `beforeAll` and ends with the test. Call it at the top of a set-up file. Takes a mock or its
 * options, of which equal ones give the same mock.
 * @example export const auth0 = setupAuth0();
 */
export function setupAuth0<const Custom extends CustomScenarios = NoCustom>(
  mock: MockAuth0<Custom> | MockAuth0Options<Custom> = {},
  options: SetupOptions = {},
): MockAuth0<Custom> {
  const auth0 = setUp(node, mock, options);
  prepareIsolation(auth0);
  return auth0;
}

import { createRequire } from "node:module";
import { setupServer } from "msw/node";
import type { expect } from "vitest";
import type { MockAuth0Options } from "../catalog/options.ts";
import { checkPeer } from "../catalog/peer-versions.ts";
import type { CustomScenarios, NoCustom } from "../catalog/scenario-id.ts";
import type { CoverageMeta } from "../coverage/meta.ts";
import type { MockAuth0 } from "../mock-auth0.ts";
import { createIsolate, runOutside } from "../node/isolate.ts";
import { nodeProbe } from "../runner/node-probe.ts";
import { bypassOthers } from "../worker/handlers.ts";
import { type Host, setUp, type SetupOptions } from "./setup.ts";
import type { Auth0InTests } from "../runner/screens.ts";
import type { ScenarioOf } from "../runner/to-have-answered.ts";

export type { SetupOptions } from "./setup.ts";
export type { Auth0InTests } from "../runner/screens.ts";

/** The type of `expect(value)` in any version of Vitest: each version declares other type parameters. */
type AssertionOf<Actual> = ReturnType<typeof expect.soft<Actual>>;
/** Before Vitest 5, the type of a polled value is unknown. */
type PolledAssertionOf<Actual> = ReturnType<typeof expect.poll<Actual>>;

declare module "vitest" {
  // Without type parameters it merges with the declaration of every version.
  interface Assertion {
    /** Passes when a call of the test's session was answered with the scenario. Throws on a wrong name. */
    toHaveAnswered<Mock>(this: PolledAssertionOf<Mock>, scenario: ScenarioOf<Mock>): Promise<void>;
    /** Passes when a call of the test's session was answered with the scenario. Throws on a wrong name. */
    toHaveAnswered<Mock>(this: AssertionOf<Mock>, scenario: ScenarioOf<Mock>): void;
    /** Passes when the page has shown the text since the last answer that is not a success. Needs `screen: true`. */
    toHaveShown<Mock>(this: PolledAssertionOf<Mock>, text: string | RegExp): Promise<void>;
    /** Passes when the page has shown the text since the last answer that is not a success. Needs `screen: true`. */
    toHaveShown<Mock>(this: AssertionOf<Mock>, text: string | RegExp): void;
  }
  interface TaskMeta {
    /** What the coverage report counts. */
    auth0?: CoverageMeta;
  }
}

const node: Host = {
  given: ({ server }) => server,
  start() {
    const server = setupServer();
    // Immediately, for clients that keep a reference to `fetch` when they are imported.
    server.listen(bypassOthers);
    return { network: server, stop: () => server.close() };
  },
  createIsolate,
  runOutside,
  probe: nodeProbe,
};

/**
 * Makes a mock answer all tests of a file, and gives each test its own session. The session starts with the switches
 * of `beforeAll`, includes all hooks and fixtures of the test, and ends with it. Fixtures of a file or a worker behave
 * like `beforeAll`. Call it at the top of a setup file, with a mock or its options. Equal options give the same mock.
 * @example export const auth0 = setupAuth0();
 */
export function setupAuth0<const Custom extends CustomScenarios = NoCustom>(
  mock: MockAuth0<Custom> | MockAuth0Options<Custom> = {},
  options: SetupOptions = {},
): Auth0InTests<Custom> {
  checkPeer("auth0-msw/vitest", "vitest", createRequire(import.meta.url));
  return setUp(node, mock, options);
}

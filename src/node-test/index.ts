import { afterEach, before, beforeEach } from "node:test";
import { setupServer, type SetupServer } from "msw/node";
import type { MockAuth0Options } from "../catalog/options.ts";
import type { CustomScenarios, NoCustom } from "../catalog/scenario-id.ts";
import { checkKeys } from "../catalog/unknown-name.ts";
import { checkRefused } from "../engine/refused.ts";
import { internalsOf, type MockAuth0 } from "../mock-auth0.ts";
import { answerIn } from "../runner/answer-in.ts";
import { checkOnce } from "../runner/check-once.ts";
import { startOnce } from "../runner/once-per-mock.ts";
import { refuseBun } from "../runner/refuse-bun.ts";
import { type Auth0InTests, beginWatch, endWatch, withScreen } from "../runner/screens.ts";
import { bypassOthers } from "../worker/handlers.ts";
import { isolateTests } from "./isolate-tests.ts";

export type { Auth0InTests } from "../runner/screens.ts";

/** The options of `setupAuth0`. */
export interface SetupOptions {
  /** Your own server, which you start yourself. By default one is started. */
  readonly server?: SetupServer | undefined;
  /** Watches what the page says to each failure, for `auth0.screen()` and the coverage report. Defaults to false. */
  readonly screen?: boolean | undefined;
}

const key = Symbol.for("auth0-msw/node-test");

/**
 * Makes a mock answer all tests of a process, and gives each test its own session, concurrent tests included. The session
 * starts with the switches outside of tests, or with those of the test around it, and includes all hooks of the test.
 * Call it in a file that `node --import` loads, with a mock or its options. Equal options give the same mock.
 * @example export const auth0 = setupAuth0();
 */
export function setupAuth0<const Custom extends CustomScenarios = NoCustom>(
  mock: MockAuth0<Custom> | MockAuth0Options<Custom> = {},
  options: SetupOptions = {},
): Auth0InTests<Custom> {
  refuseBun("auth0-msw/node-test");
  checkKeys("option", options, ["server", "screen"], " of setupAuth0");
  return startOnce(key, mock, (auth0) => {
    const network = options.server ?? setupServer();
    // Nothing closes it: MSW does not keep the process alive.
    if (!options.server) network.listen(bypassOthers);
    answerIn(network, auth0.handlers);
    isolateTests(withScreen(auth0));
    const check = checkOnce(auth0, network, options.server !== undefined);
    // A `before` of a test file may start the user's own server.
    if (options.server) beforeEach(check);
    else before(check);
    if (options.screen) {
      beforeEach(() => beginWatch(auth0));
      afterEach(async () => void (await endWatch(auth0)));
    }
    afterEach(() => checkRefused(internalsOf(auth0).session()));
  }) as Auth0InTests<Custom>;
}

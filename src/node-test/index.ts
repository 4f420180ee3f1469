import { afterEach, before } from "node:test";
import { setupServer, type SetupServer } from "msw/node";
import type { MockAuth0Options } from "../catalog/options.ts";
import type { CustomScenarios, NoCustom } from "../catalog/scenario-id.ts";
import { checkKeys } from "../catalog/unknown-name.ts";
import { checkRefused } from "../engine/refused.ts";
import { internalsOf, type MockAuth0 } from "../mock-auth0.ts";
import { answerIn } from "../runner/answer-in.ts";
import { nodeProbe } from "../runner/node-probe.ts";
import { startOnce } from "../runner/once-per-mock.ts";
import { bypassOthers } from "../worker/handlers.ts";
import { checkStart } from "../worker/start-check.ts";
import { isolateTests } from "./isolate-tests.ts";

/** The options of `setupAuth0`. */
export interface SetupOptions {
  /** Your own server, which you start yourself. By default one is started. */
  readonly server?: SetupServer | undefined;
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
): MockAuth0<Custom> {
  checkKeys("option", options, ["server"], " of setupAuth0");
  return startOnce(key, mock, (auth0) => {
    const network = options.server ?? setupServer();
    // Nothing closes it: MSW does not keep the process alive.
    if (!options.server) network.listen(bypassOthers);
    answerIn(network, auth0.handlers);
    isolateTests(auth0);
    if (!options.server) before(() => checkStart(auth0.handlers, network, nodeProbe(false)));
    afterEach(() => checkRefused(internalsOf(auth0).session()));
  }) as MockAuth0<Custom>;
}

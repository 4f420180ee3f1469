import { webcrypto } from "node:crypto";
import { afterAll, afterEach, beforeAll, expect } from "@jest/globals";
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
import { type Auth0InTests, withScreen } from "../runner/screens.ts";
import { type ScenarioOf, toHaveAnswered } from "../runner/to-have-answered.ts";
import { toHaveShown } from "../runner/to-have-shown.ts";
import { bypassOthers } from "../worker/handlers.ts";
import { addFormData } from "./form-data.ts";
import { isolateTests } from "./isolate-tests.ts";

export type { Auth0InTests } from "../runner/screens.ts";

/** The options of `setupAuth0`. */
export interface SetupOptions {
  /** Your own server, which you start and close yourself. By default one is started. */
  readonly server?: SetupServer | undefined;
  /** Watches what the page says to each failure, for `toHaveShown`, `auth0.screen()` and the coverage report. Defaults to false. */
  readonly screen?: boolean | undefined;
}

/** The matchers that `setupAuth0` adds to `expect`. */
export interface Auth0Matchers<Result, Mock> {
  /** Passes when a call of the test's session was answered with the scenario. Throws on a wrong name. */
  toHaveAnswered(scenario: ScenarioOf<Mock>): Result;
  /** Passes when the page has shown the text since the last answer that is not a success. Needs `screen: true`. */
  toHaveShown(text: string | RegExp): Result;
}

declare global {
  namespace jest {
    interface Matchers<R, T = {}> extends Auth0Matchers<R, T> {}
  }
}

/** @ts-ignore: a project with @types/jest may not see this package. */
declare module "@jest/expect" {
  interface Matchers<R extends void | Promise<void>, T = unknown> extends Auth0Matchers<R, T> {}
}

const key = Symbol.for("auth0-msw/jest");

/**
 * Makes a mock answer all tests of a file, and gives each test its own session. The session starts with the switches of
 * `beforeAll`, includes all hooks of the test, and ends with it. Call it in a file of `setupFilesAfterEnv`, with a mock
 * or its options. Equal options give the same mock.
 * @example export const auth0 = setupAuth0();
 */
export function setupAuth0<const Custom extends CustomScenarios = NoCustom>(
  mock: MockAuth0<Custom> | MockAuth0Options<Custom> = {},
  options: SetupOptions = {},
): Auth0InTests<Custom> {
  refuseBun("auth0-msw/jest");
  checkKeys("option", options, ["server", "screen"], " of setupAuth0");
  return startOnce(key, mock, (auth0) => start(withScreen(auth0), options)) as Auth0InTests<Custom>;
}

function start(auth0: MockAuth0, { server, screen = false }: SetupOptions): void {
  addSubtle();
  addFormData();
  expect.extend({ toHaveAnswered, toHaveShown });
  const root = internalsOf(auth0).session();
  const network = server ?? setupServer();
  // Immediately, for clients that keep a reference to `fetch` when they are imported.
  if (!server) network.listen(bypassOthers);
  const disconnect = answerIn(network, auth0.handlers);
  const check = checkOnce(auth0, network, server !== undefined);
  if (!server) beforeAll(check);
  isolateTests(auth0, { check, screen });
  afterEach(() => checkRefused(internalsOf(auth0).session()));
  afterAll(() => {
    // When MSW stops, pending requests would go to the real service.
    root.reset();
    disconnect();
    if (!server) network.close();
  });
}

/** The tenant signs tokens with it, and jsdom has none. */
function addSubtle(): void {
  if (globalThis.crypto.subtle === undefined) {
    Object.defineProperty(globalThis.crypto, "subtle", { value: webcrypto.subtle, configurable: true });
  }
}

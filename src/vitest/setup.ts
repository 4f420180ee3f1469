import type { SetupWorker } from "msw/browser";
import type { SetupServer } from "msw/node";
import * as vitest from "vitest";
import type { MockAuth0Options } from "../catalog/options.ts";
import type { CustomScenarios } from "../catalog/scenario-id.ts";
import { checkKeys } from "../catalog/unknown-name.ts";
import { internalsOf, mockAuth0, type MockAuth0 } from "../mock-auth0.ts";
import { type Auth0InTests, withScreen } from "../runner/screens.ts";
import { toHaveAnswered } from "../runner/to-have-answered.ts";
import { toHaveShown } from "../runner/to-have-shown.ts";
import type { Network } from "../worker/handlers.ts";
import { checkStart, type Probe } from "../worker/start-check.ts";
import { checkStarts } from "./check-starts.ts";
import { failOnRefused } from "./fail-on-refused.ts";
import { type RunningNetwork, state } from "./global-state.ts";
import { isolateTests, type CreateIsolate } from "./isolate-tests.ts";
import { liftFixtures, type RunOutside } from "./lift-fixtures.ts";
import { connect, disconnect } from "./network.ts";
import { watchScreens } from "./watch-screens.ts";

/** The options of `setupAuth0`. */
export interface SetupOptions {
  /** In Node, your own server, which you start and close yourself. By default one is started. */
  readonly server?: SetupServer | undefined;
  /** In browser mode, your own worker, which you start and stop yourself. By default one is started. */
  readonly worker?: SetupWorker | undefined;
  /** Watches what the page says to each failure, for `toHaveShown`, `auth0.screen()` and the coverage report. Defaults to false. */
  readonly screen?: boolean | undefined;
}

/** What differs between Node and browsers. */
export interface Host {
  /** The user's own server or worker, if there is one. */
  readonly given: (options: SetupOptions) => Network | undefined;
  readonly start: () => RunningNetwork;
  /** Creates a session for the code that runs in it. Undefined if the host cannot tell code apart. */
  readonly createIsolate?: CreateIsolate;
  /** Runs code outside of all these sessions. */
  readonly runOutside?: RunOutside;
  /** The request that checks a start: of the user's own network, or of ours. */
  readonly probe: (isGiven: boolean) => Probe;
}

/** Makes a mock answer the tests of the current file, each in its own session. */
export function setUp<Custom extends CustomScenarios>(
  host: Host,
  mock: MockAuth0<Custom> | MockAuth0Options<Custom>,
  options: SetupOptions,
): Auth0InTests<Custom> {
  checkKeys("option", options, ["server", "worker", "screen"], " of setupAuth0");
  const auth0 = toMock(mock as MockAuth0 | MockAuth0Options);
  const root = internalsOf(auth0).session();
  const given = host.given(options);
  const { network, ready } = connect(auth0, given, host.start);

  vitest.expect.extend({ toHaveAnswered, toHaveShown });
  isolateTests(auth0, host.createIsolate);
  checkStarts(given, ready, () => checkStart(auth0.handlers, network, host.probe(given !== undefined)));
  failOnRefused(auth0);
  if (options.screen) watchScreens(auth0);
  liftFixtures(host.runOutside ?? ((run) => run()));
  vitest.afterAll(async () => {
    // When MSW stops, pending requests would go to the real service.
    root.reset();
    await disconnect(auth0);
  });
  return withScreen(auth0) as Auth0InTests<Custom>;
}

function toMock(mock: MockAuth0 | MockAuth0Options): MockAuth0 {
  if ("handlers" in mock) return mock;
  const options = JSON.stringify(mock);
  const auth0 = state.mocksByOptions.get(options) ?? mockAuth0(mock);
  state.mocksByOptions.set(options, auth0);
  return auth0;
}

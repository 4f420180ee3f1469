import type { SetupWorker } from "msw/browser";
import type { SetupServer } from "msw/node";
import * as vitest from "vitest";
import { internalsOf, mockAuth0, type MockAuth0, type MockAuth0Options } from "../mock-auth0.ts";
import type { CustomScenarios } from "../scenario-id.ts";
import type { Network } from "../worker/handlers.ts";
import { checkKeys } from "../unknown-name.ts";
import { isolateTests, type CreateIsolate } from "./isolate-tests.ts";
import { liftFixtures, type RunOutside } from "./lift-fixtures.ts";
import { toHaveAnswered } from "./matcher.ts";
import { connect, disconnect, type Started } from "./network.ts";
import { shared } from "./shared.ts";

/** What `setupAuth0` takes besides the mock. */
export interface SetupOptions {
  /** In Node, a server of your own, which you start and close yourself. One is started when left out. */
  readonly server?: SetupServer | undefined;
  /** In browser mode, a worker of your own, which you start and stop yourself. One is started when left out. */
  readonly worker?: SetupWorker | undefined;
}

/** What Node and browsers do each in their own way. */
export interface Host {
  /** The server or worker of the user's own, if there is one. */
  readonly given: (options: SetupOptions) => Network | undefined;
  readonly start: () => Started;
  /** Makes a session for what runs in it, where the code that runs can be told from other code. */
  readonly createIsolate?: CreateIsolate;
  /** Runs something in none of them. */
  readonly runOutside?: RunOutside;
}

/** Has a mock answer the tests of the file that is being collected, in a session for each. */
export function setUp<Custom extends CustomScenarios>(
  host: Host,
  mock: MockAuth0<Custom> | MockAuth0Options<Custom>,
  options: SetupOptions,
): MockAuth0<Custom> {
  checkKeys("option", options, ["server", "worker"], " of setupAuth0");
  const auth0 = toMock(mock as MockAuth0 | MockAuth0Options);
  const root = internalsOf(auth0).session();
  const { ready } = connect(auth0, host.given(options), host.start);
  // Told in `beforeAll`.
  ready?.catch(() => {});

  vitest.expect.extend({ toHaveAnswered });
  vitest.beforeAll(() => ready);
  isolateTests(auth0, host.createIsolate);
  liftFixtures(host.runOutside ?? ((run) => run()));
  vitest.afterAll(async () => {
    // What is pending when MSW stops would go to the real service.
    root.reset();
    await disconnect(auth0);
  });
  return auth0 as MockAuth0<Custom>;
}

function toMock(mock: MockAuth0 | MockAuth0Options): MockAuth0 {
  if ("handlers" in mock) return mock;
  const options = JSON.stringify(mock);
  const made = shared.made.get(options) ?? mockAuth0(mock);
  shared.made.set(options, made);
  return made;
}

import type { SetupWorker } from "msw/browser";
import type { SetupServer } from "msw/node";
import * as vitest from "vitest";
import { internalsOf, mockAuth0, type MockAuth0, type MockAuth0Options } from "../mock-auth0.ts";
import type { CustomScenarios } from "../scenario-id.ts";
import type { Network } from "../worker/handlers.ts";
import { enterSession, runInTurn } from "./in-turn.ts";
import { toHaveAnswered } from "./matcher.ts";
import { connect, disconnect, type Started } from "./network.ts";
import { keepServed } from "./served.ts";
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
  /** Runs a test in a session of its own, where the code that runs can be told from other code. */
  readonly isolate?: (auth0: object, run: () => Promise<void>) => Promise<void>;
}

/** Has a mock answer the tests of the file that is being collected, in a session for each. */
export function setUp<Custom extends CustomScenarios>(
  host: Host,
  mock: MockAuth0<Custom> | MockAuth0Options<Custom>,
  options: SetupOptions,
): MockAuth0<Custom> {
  const auth0 = toMock(mock as MockAuth0 | MockAuth0Options);
  const root = internalsOf(auth0).session();
  const { ready } = connect(auth0, host.given(options), host.start);
  // Told in `beforeAll`.
  ready?.catch(() => {});

  vitest.expect.extend({ toHaveAnswered });
  vitest.beforeAll(() => ready);
  isolateTests(auth0, host);
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

function isolateTests(auth0: MockAuth0, { isolate }: Host): void {
  // Vitest has it from 4.1 on.
  const { aroundEach }: { readonly aroundEach?: typeof vitest.aroundEach } = vitest;
  if (isolate && aroundEach) {
    aroundEach((runTest, { task }) =>
      isolate(auth0, async () => {
        await runTest();
        keepServed(task, internalsOf(auth0).session());
      }),
    );
    return;
  }
  vitest.beforeAll(runInTurn);
  vitest.beforeEach(({ task, onTestFinished }) => {
    const { session, leave } = enterSession(auth0);
    onTestFinished(() => {
      keepServed(task, session);
      leave();
    });
  });
}

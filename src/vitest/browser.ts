import { type SetupWorker, setupWorker } from "msw/browser";
import type { MockAuth0, MockAuth0Options } from "../mock-auth0.ts";
import type { CustomScenarios, NoCustom } from "../scenario-id.ts";
import { isControlled, notControlled } from "../worker/control.ts";
import { checkPage } from "../worker/page.ts";
import { startWorker } from "../worker/start.ts";
import { type Host, setUp, type SetupOptions } from "./setup.ts";

export type { SetupOptions } from "./setup.ts";

const browser: Host = {
  given: ({ worker }) => worker,
  start() {
    checkPage();
    const worker = setupWorker();
    const ready = start(worker);
    // One that has not started is told of in `beforeAll`, and there is nothing to stop.
    return { network: worker, ready, stop: () => ready.then(() => worker.stop()).catch(() => {}) };
  },
};

async function start(worker: SetupWorker): Promise<void> {
  // MSW would reload a page that its worker does not control, and Vitest's frame must not be. A new worker takes it.
  if (!isControlled()) await (await navigator.serviceWorker.getRegistration())?.unregister();
  await startWorker(worker);
  if (!isControlled()) throw notControlled();
}

/** `setupAuth0` for browser mode, where the tests of a page run one after the other. */
export function setupAuth0<const Custom extends CustomScenarios = NoCustom>(
  mock: MockAuth0<Custom> | MockAuth0Options<Custom> = {},
  options: SetupOptions = {},
): MockAuth0<Custom> {
  return setUp(browser, mock, options);
}

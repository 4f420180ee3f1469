import { type SetupWorker, setupWorker } from "msw/browser";
import type { MockAuth0Options } from "../catalog/options.ts";
import type { CustomScenarios, NoCustom } from "../catalog/scenario-id.ts";
import type { MockAuth0 } from "../mock-auth0.ts";
import { pageProbe } from "../worker/page-probe.ts";
import { isControlled, startWorker } from "../worker/start-worker.ts";
import { type Host, setUp, type SetupOptions } from "./setup.ts";
import type { Auth0InTests } from "../runner/screens.ts";

export type { SetupOptions } from "./setup.ts";
export type { Auth0InTests } from "../runner/screens.ts";

const browser: Host = {
  given: ({ worker }) => worker,
  start() {
    const worker = setupWorker();
    const ready = start(worker);
    // `beforeAll` reports a failed start. Then there is nothing to stop.
    return { network: worker, ready, stop: () => ready.then(() => worker.stop()).catch(() => {}) };
  },
  probe: pageProbe,
};

async function start(worker: SetupWorker): Promise<void> {
  // MSW reloads a page that its worker does not control, but Vitest's frame must not reload. A new worker takes control.
  if ("serviceWorker" in navigator && !isControlled()) {
    await (await navigator.serviceWorker.getRegistration())?.unregister();
  }
  await startWorker(worker);
}

/** `setupAuth0` for browser mode, where the tests of a page run one at a time. */
export function setupAuth0<const Custom extends CustomScenarios = NoCustom>(
  mock: MockAuth0<Custom> | MockAuth0Options<Custom> = {},
  options: SetupOptions = {},
): Auth0InTests<Custom> {
  return setUp(browser, mock, options);
}

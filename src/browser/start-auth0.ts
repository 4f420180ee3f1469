import type { SetupWorker } from "msw/browser";
import type { NoCustom } from "../catalog/scenario-id.ts";
import { messageOf } from "../catalog/show-value.ts";
import { checkKeys } from "../catalog/unknown-name.ts";
import type { MockAuth0, UntypedMock } from "../mock-auth0.ts";
import type { Network } from "../worker/handlers.ts";
import { createTabStorage } from "../worker/tab-storage.ts";
import { keepSwitches } from "./kept-switches.ts";
import type { Switcher } from "./switcher.ts";
import { answerRequests } from "./worker.ts";

/** The options of `startAuth0`. */
export interface StartOptions<Worker extends Network = SetupWorker> {
  /** Your own worker, or the `network` of `virtual:msw`, which you start and stop yourself. By default one is started. */
  readonly worker?: Worker | undefined;
  /** Shows the switcher: a floating button and a drawer, which Alt+0 also opens. Defaults to false. */
  readonly panel?: boolean | undefined;
}

/** What `startAuth0` resolves with. */
export interface Started<Worker extends Network = SetupWorker> {
  readonly worker: Worker;
  /** Ends pending answers, removes the switcher, and stops the worker unless it is yours. */
  readonly stop: () => Promise<void>;
}

const running = new Map<UntypedMock, Promise<Started<Network>>>();

/**
 * Makes the mock answer this page. Switches on the scenarios in `?auth0-scenario=` (comma-separated) of the URL, and
 * otherwise those from before a reload. A mock starts only once, however often you call this. Rejects when the page
 * cannot have a worker, with what to do about it.
 * @example
 * if (import.meta.env.DEV) {
 *   const { startAuth0 } = await import("auth0-msw/browser");
 *   await startAuth0(auth0, { panel: true });
 * }
 */
export function startAuth0<Custom = NoCustom, Worker extends Network = SetupWorker>(
  auth0: MockAuth0<Custom>,
  options: StartOptions<Worker> = {},
): Promise<Started<Worker>> {
  return startOnce(auth0, options) as Promise<Started<Worker>>;
}

function startOnce(mock: UntypedMock, options: StartOptions<Network>): Promise<Started<Network>> {
  const before = running.get(mock);
  if (before) return before;
  const forget = (): void => {
    // A newer start stays.
    if (running.get(mock) === starting) running.delete(mock);
  };
  const starting = start(mock, options, forget);
  running.set(mock, starting);
  starting.catch(forget);
  return starting;
}

async function start(
  auth0: UntypedMock,
  options: StartOptions<Network>,
  forget: () => void,
): Promise<Started<Network>> {
  checkKeys("option", options, ["worker", "panel"], " of startAuth0");
  const { worker: given, panel = false } = options;
  if (!Array.isArray(auth0?.handlers)) throw new TypeError("startAuth0() expects the object that mockAuth0() returns.");
  const problems: string[] = [];
  let switcher: Switcher | undefined;
  const report = (problem: string): void => {
    problems.push(problem);
    // oxlint-disable-next-line no-console -- developers look there.
    console.error(`[auth0-msw] ${problem}`);
    switcher?.report(problem);
  };
  const storage = createTabStorage((reason) =>
    report(
      `Scenarios are not kept across reloads: the browser blocks sessionStorage (${reason}). ` +
        `Allow site data for ${location.origin}, or clear some of it.`,
    ),
  );
  let isIgnored = false;
  const switches = keepSwitches(auth0, storage, (problem) => {
    isIgnored = true;
    report(problem);
  });

  const show = async (): Promise<void> => {
    try {
      const { showSwitcher } = await import("./switcher.ts");
      switcher = showSwitcher(auth0, switches, storage);
      for (const problem of problems) switcher.report(problem);
      if (isIgnored) switcher.markIgnored();
    } catch (error) {
      report(`Failed to load the switcher: ${messageOf(error)}`);
    }
  };

  const [answering] = await Promise.allSettled([answerRequests(auth0, storage, given), panel && show()]);
  if (answering.status === "rejected") {
    switches.stop();
    switcher?.fail(messageOf(answering.reason));
    throw answering.reason;
  }

  const { value } = answering;
  let isStopped = false;
  return {
    worker: value.worker,
    async stop() {
      if (isStopped) return;
      isStopped = true;
      forget();
      switches.stop();
      switcher?.remove();
      // The worker waits for pending responses before it stops, and some never end.
      auth0.reset();
      await value.release();
    },
  };
}

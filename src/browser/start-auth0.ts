import type { SetupWorker } from "msw/browser";
import type { MockAuth0 } from "../mock-auth0.ts";
import type { NoCustom } from "../scenario-id.ts";
import { checkKeys } from "../unknown-name.ts";
import { createChoice } from "./choice.ts";
import { createKeeper } from "./keeper.ts";
import { type LooseMock, messageOf } from "./loose-mock.ts";
import type { Switcher } from "./switcher.ts";
import { answerRequests } from "./worker.ts";

/** What `startAuth0` takes besides the mock. */
export interface StartOptions {
  /** A worker of your own, which you start and stop yourself. One is started when left out. */
  readonly worker?: SetupWorker | undefined;
  /** Shows the switcher: a floating button, and a drawer that it or Alt+0 opens. */
  readonly panel?: boolean | undefined;
}

/** What `startAuth0` has started. */
export interface Started {
  readonly worker: SetupWorker;
  /** Ends what is pending, takes the switcher away, and stops the worker unless it is yours. */
  readonly stop: () => Promise<void>;
}

const running = new Map<LooseMock, Promise<Started>>();

/**
 * Has the mock answer this page. It switches on what the address names in `?auth0-scenario=` (several,
 * with commas between them), else what was chosen before the page was reloaded. A mock that is started
 * already stays as it is. Rejects where the page can have no worker, saying what to do.
 * @example
 * if (import.meta.env.DEV) {
 *   const { startAuth0 } = await import("auth0-msw/browser");
 *   await startAuth0(auth0, { panel: true });
 * }
 */
export function startAuth0<Custom = NoCustom>(auth0: MockAuth0<Custom>, options: StartOptions = {}): Promise<Started> {
  const mock = auth0 as unknown as LooseMock;
  const before = running.get(mock);
  if (before) return before;
  const forget = (): void => {
    // What was started since then stays.
    if (running.get(mock) === starting) running.delete(mock);
  };
  const starting = start(mock, options, forget);
  running.set(mock, starting);
  starting.catch(forget);
  return starting;
}

async function start(auth0: LooseMock, options: StartOptions, forget: () => void): Promise<Started> {
  checkKeys("option", options, ["worker", "panel"], " of startAuth0");
  const { worker: given, panel = false } = options;
  if (!Array.isArray(auth0?.handlers)) throw new TypeError("startAuth0() needs what mockAuth0() returns.");
  const problems: string[] = [];
  let switcher: Switcher | undefined;
  const tell = (problem: string): void => {
    problems.push(problem);
    // oxlint-disable-next-line no-console -- the one place that every developer has.
    console.error(`[auth0-msw] ${problem}`);
    switcher?.tell(problem);
  };
  const keeper = createKeeper(tell);
  const choice = createChoice(auth0, keeper, tell);

  const show = async (): Promise<void> => {
    try {
      const { showSwitcher } = await import("./switcher.ts");
      switcher = showSwitcher(auth0, choice, keeper);
      for (const problem of problems) switcher.tell(problem);
    } catch (error) {
      tell(`The switcher cannot be shown: ${messageOf(error)}`);
    }
  };

  const [answering] = await Promise.allSettled([answerRequests(auth0, keeper, given), panel && show()]);
  if (answering.status === "rejected") {
    choice.stop();
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
      choice.stop();
      switcher?.remove();
      // The worker stops only once no answer is pending, and some never come by themselves.
      auth0.reset();
      await value.leave();
    },
  };
}

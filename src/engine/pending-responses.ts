import { delay as mswDelay } from "msw";
import type { Delay } from "../catalog/delay.ts";
import { startTimer, type Timer } from "./timer.ts";

/** Why a delay ended: its time is over, or a switch or reset ended it. */
export type DelayOutcome = "elapsed" | "switched" | "reset";

interface PendingResponse {
  readonly isEndless: boolean;
  readonly end: (outcome: DelayOutcome) => void;
}

/** The delayed responses of one endpoint. */
export class PendingResponses {
  readonly #pending = new Set<PendingResponse>();
  #switches = 0;
  #isClosed = false;

  /** The number of switches so far. Pass it to `wait`, so that a switch while the response is being made counts too. */
  get switches(): number {
    return this.#switches;
  }

  /**
   * Resolves when the delay is over, when a switch or reset since then ends it, or when the client aborts.
   * A running timer is in `timers`.
   */
  wait(delay: Delay, since: number, signal: AbortSignal, timers: Set<Timer>): DelayOutcome | Promise<DelayOutcome> {
    if (this.#isClosed) return "reset";
    if (delay === 0 || signal.aborted) return "elapsed";
    if (delay === "infinite" && since !== this.#switches) return "switched";
    return new Promise((resolve) => {
      const elapse = (): void => end("elapsed");
      const timer = typeof delay === "number" ? startTimer(delay, elapse) : undefined;
      if (timer) timers.add(timer);
      // MSW knows how long a real response takes on each host.
      if (delay === "real") void mswDelay("real").then(elapse);
      signal.addEventListener("abort", elapse);

      const end = (outcome: DelayOutcome): void => {
        if (timer) {
          timer();
          timers.delete(timer);
        }
        signal.removeEventListener("abort", elapse);
        this.#pending.delete(response);
        resolve(outcome);
      };
      const response: PendingResponse = { isEndless: delay === "infinite", end };
      this.#pending.add(response);
    });
  }

  /** Ends the endless delays, because of a switch. */
  release(): void {
    this.#switches += 1;
    for (const { isEndless, end } of this.#pending) if (isEndless) end("switched");
  }

  /** Ends all delays, now and in the future, because of a reset. */
  close(): void {
    this.#isClosed = true;
    for (const { end } of this.#pending) end("reset");
  }
}

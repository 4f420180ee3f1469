import { delay as mswDelay } from "msw";
import { startTimer, type Timer } from "./timer.ts";

/** How long an answer takes: milliseconds, as long as a real one, or for ever. */
export type Delay = number | "real" | "infinite";

/** Why a pause is over. */
export type Ending = "elapsed" | "switched" | "reset";

interface Pause {
  readonly isEndless: boolean;
  readonly end: (ending: Ending) => void;
}

/** The requests of one endpoint that wait for their answer. */
export class Pauses {
  readonly #pauses = new Set<Pause>();
  #switches = 0;
  #over = false;

  /** How many switches there were: what `wait` takes, so that a switch on the way to it counts. */
  get switches(): number {
    return this.#switches;
  }

  /**
   * Tells when the delay is over, when a switch or reset since then ends it, or when the client gives up.
   * A timer that runs for it is in `timers` meanwhile.
   */
  wait(delay: Delay, since: number, signal: AbortSignal, timers: Set<Timer>): Ending | Promise<Ending> {
    if (this.#over) return "reset";
    if (delay === 0 || signal.aborted) return "elapsed";
    if (delay === "infinite" && since !== this.#switches) return "switched";
    return new Promise((resolve) => {
      const giveUp = (): void => end("elapsed");
      const timer = typeof delay === "number" ? startTimer(delay, giveUp) : undefined;
      if (timer) timers.add(timer);
      // MSW knows how long a real answer takes on its host.
      if (delay === "real") void mswDelay("real").then(giveUp);
      signal.addEventListener("abort", giveUp);

      const end = (ending: Ending): void => {
        if (timer) {
          timer();
          timers.delete(timer);
        }
        signal.removeEventListener("abort", giveUp);
        this.#pauses.delete(pause);
        resolve(ending);
      };
      const pause: Pause = { isEndless: delay === "infinite", end };
      this.#pauses.add(pause);
    });
  }

  /** Ends the pauses that would never end by themselves. */
  release(): void {
    this.#switches += 1;
    for (const { isEndless, end } of this.#pauses) if (isEndless) end("switched");
  }

  /** Ends every pause, and those to come. */
  close(): void {
    this.#over = true;
    for (const { end } of this.#pauses) end("reset");
  }
}

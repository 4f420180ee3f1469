import { delay as mswDelay } from "msw";

/** How long an answer takes: milliseconds, as long as a real one, or for ever. */
export type Delay = number | "real" | "infinite";

/** Why a pause is over. */
export type Ending = "elapsed" | "switched" | "reset";

const longestTimer = 2 ** 31 - 1;

/** The requests of one endpoint that wait for their answer. */
export class Pauses {
  readonly #timed = new Set<(ending: Ending) => void>();
  readonly #endless = new Set<(ending: Ending) => void>();
  #switches = 0;
  #over = false;

  /** How many switches there were: what `wait` takes, so that a switch on the way to it counts. */
  get switches(): number {
    return this.#switches;
  }

  /** Tells when the delay is over, when a switch or reset since then ends it, or when the client gives up. */
  wait(delay: Delay, since: number, signal: AbortSignal): Ending | Promise<Ending> {
    if (this.#over) return "reset";
    if (delay === 0 || signal.aborted) return "elapsed";
    if (delay === "infinite" && since !== this.#switches) return "switched";
    if (delay === "real") return mswDelay("real").then(() => "elapsed");
    const waiting = delay === "infinite" ? this.#endless : this.#timed;
    return new Promise((resolve) => {
      const end = (ending: Ending): void => {
        clearTimeout(timer);
        signal.removeEventListener("abort", giveUp);
        waiting.delete(end);
        resolve(ending);
      };
      const giveUp = (): void => end("elapsed");
      const timer = delay === "infinite" ? undefined : setTimeout(giveUp, Math.min(delay, longestTimer));
      signal.addEventListener("abort", giveUp);
      waiting.add(end);
    });
  }

  /** Ends the pauses that would never end by themselves. */
  release(): void {
    this.#switches += 1;
    for (const end of this.#endless) end("switched");
  }

  /** Ends every pause, and those to come. */
  close(): void {
    this.#over = true;
    for (const end of [...this.#timed, ...this.#endless]) end("reset");
  }
}

import type { ResolvedActivation } from "../catalog/registry.ts";
import type { HeldRequest, Hold } from "../engine/hold.ts";
import type { EndpointState } from "../engine/session.ts";

interface Waiting {
  readonly request: HeldRequest;
  /** Undefined ends the request without an answer. */
  readonly end: (activation: ResolvedActivation | undefined) => void;
}

/** The requests to one endpoint that wait for an answer of the user. */
export class HeldRequests implements Hold {
  readonly #waiting = new Map<number, Waiting>();
  #holdsNext = false;
  #isClosed = false;

  /** The waiting requests, oldest first. */
  get requests(): readonly HeldRequest[] {
    return Array.from(this.#waiting.values(), ({ request }) => request);
  }

  /** Whether the next request waits. */
  get holdsNext(): boolean {
    return this.#holdsNext;
  }

  /** Lets the next request wait, or not. */
  holdNext(hold: boolean): void {
    this.#holdsNext = hold;
  }

  take(): boolean {
    const holds = this.#holdsNext;
    this.#holdsNext = false;
    return holds;
  }

  wait(request: HeldRequest, signal: AbortSignal): Promise<ResolvedActivation | undefined> {
    if (this.#isClosed || signal.aborted) return Promise.resolve(undefined);
    return new Promise((resolve) => {
      const abort = (): void => end(undefined);
      const end = (activation: ResolvedActivation | undefined): void => {
        signal.removeEventListener("abort", abort);
        this.#waiting.delete(request.n);
        resolve(activation);
      };
      signal.addEventListener("abort", abort);
      this.#waiting.set(request.n, { request, end });
    });
  }

  /** Answers a waiting request. Does nothing when it is over. */
  answer(n: number, activation: ResolvedActivation): void {
    this.#waiting.get(n)?.end(activation);
  }

  close(): void {
    this.#isClosed = true;
    for (const { end } of this.#waiting.values()) end(undefined);
  }
}

/** The requests that wait at an endpoint. */
export function heldAt(state: EndpointState): HeldRequests {
  return (state.hold ??= new HeldRequests()) as HeldRequests;
}

import type { Endpoint } from "../../scenarios/types.ts";
import { liveId, type ResolvedActivation } from "../catalog/registry.ts";

/** What answers a request, and why. A null activation means the live tenant. */
export interface Decision {
  readonly activation: ResolvedActivation | null;
  readonly reason: string;
}

/** The steps that answer requests, in order. The last step stays, unless they cycle. */
export interface Slot {
  readonly steps: readonly ResolvedActivation[];
  readonly cycle: boolean;
  /** The index of the step that answers the next request. */
  next: number;
}

const live: Decision = { activation: null, reason: "nothing is switched on" };

/**
 * The switches of one endpoint: queued one-shots first, then the slot that `use` and `sequence` share, then the live
 * tenant. Before that, `handlers.ts` checks whether the request names a scenario itself.
 */
export class Switchboard {
  readonly #endpoint: Endpoint;
  readonly #once: ResolvedActivation[] = [];
  #slot: Slot | null = null;
  #taken = 0;

  constructor(endpoint: Endpoint, from?: Switchboard) {
    this.#endpoint = endpoint;
    if (!from) return;
    this.#once = [...from.#once];
    this.#slot = from.#slot && { ...from.#slot };
  }

  /** Sets the slot to these steps. The last step stays, unless they cycle. */
  set(steps: readonly ResolvedActivation[], cycle: boolean): void {
    this.#slot = { steps, cycle, next: 0 };
    this.#taken = 0;
  }

  /** Queues an answer for one request. */
  queue(activation: ResolvedActivation): void {
    this.#once.push(activation);
    this.#taken = 0;
  }

  /** How many requests were answered since the last switch. */
  get taken(): number {
    return this.#taken;
  }

  /** The queued one-shots, in order. */
  get queued(): readonly ResolvedActivation[] {
    return this.#once;
  }

  /** What `use` or `sequence` set. */
  get slot(): Readonly<Slot> | null {
    return this.#slot;
  }

  /** What answers the next request. Undefined when nothing is switched on. */
  get next(): ResolvedActivation | undefined {
    return this.#once[0] ?? this.#slot?.steps[this.#slot.next];
  }

  /** The id that the next request gets. */
  get active(): string {
    return this.next?.id ?? liveId(this.#endpoint);
  }

  /** Takes the answer to the next request. Synchronous, so that two requests never share a one-shot. */
  take(): Decision {
    this.#taken += 1;
    const oneShot = this.#once.shift();
    if (oneShot) return { activation: oneShot, reason: "once" };

    const slot = this.#slot;
    const step = slot?.steps[slot.next];
    if (!slot || !step) return live;

    const { steps, cycle, next } = slot;
    if (next + 1 < steps.length) slot.next += 1;
    else if (cycle) slot.next = 0;
    return { activation: step, reason: steps.length === 1 ? "use" : `sequence, step ${next + 1} of ${steps.length}` };
  }
}

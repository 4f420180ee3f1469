import type { Endpoint } from "../scenarios/scenario.ts";
import { liveId, type Switched } from "./registry.ts";

/** What the next request gets, and why; null leaves it to the tenant. */
export interface Decision {
  readonly switched: Switched | null;
  readonly reason: string;
}

interface Slot {
  readonly steps: readonly Switched[];
  readonly cycle: boolean;
  next: number;
}

const live: Decision = { switched: null, reason: "nothing is switched on" };

/**
 * The switches of one endpoint. A request's own scenario comes first (see `handlers.ts`), then the
 * one-shots in their order, then the slot that `use` and `sequence` share, then the live tenant.
 */
export class Switchboard {
  readonly #endpoint: Endpoint;
  readonly #once: Switched[] = [];
  #slot: Slot | null = null;

  constructor(endpoint: Endpoint, from?: Switchboard) {
    this.#endpoint = endpoint;
    if (!from) return;
    this.#once = [...from.#once];
    this.#slot = from.#slot && { ...from.#slot };
  }

  /** Sets the slot: the steps in their order, of which the last one stays unless they cycle. */
  set(steps: readonly Switched[], cycle: boolean): void {
    this.#slot = { steps, cycle, next: 0 };
  }

  /** Queues an answer for one request. */
  queue(switched: Switched): void {
    this.#once.push(switched);
  }

  /** The id that the next request gets. */
  get active(): string {
    const next = this.#once[0] ?? this.#slot?.steps[this.#slot.next];
    return next?.id ?? liveId(this.#endpoint);
  }

  /** Takes what the next request gets: synchronous, so that two requests never share a one-shot. */
  take(): Decision {
    const shot = this.#once.shift();
    if (shot) return { switched: shot, reason: "once" };

    const slot = this.#slot;
    const step = slot?.steps[slot.next];
    if (!slot || !step) return live;

    const { steps, cycle, next } = slot;
    if (next + 1 < steps.length) slot.next += 1;
    else if (cycle) slot.next = 0;
    return { switched: step, reason: steps.length === 1 ? "use" : `sequence, step ${next + 1} of ${steps.length}` };
  }
}

import type { Endpoint } from "../scenarios/scenario.ts";
import type { Call } from "./call.ts";

interface Waiter {
  readonly resolve: (call: Call) => void;
  readonly reject: (message: string) => void;
}

const limit = 1000;

/** The calls of one endpoint; keeps the newest 1,000. */
export class CallLog {
  readonly #endpoint: Endpoint;
  readonly #calls: Call[] = [];
  readonly #unseen: Call[] = [];
  readonly #waiters = new Set<Waiter>();
  #closed = false;

  constructor(endpoint: Endpoint) {
    this.#endpoint = endpoint;
  }

  /** In the order in which they were answered. */
  get calls(): readonly Call[] {
    return this.#calls;
  }

  /** Adds a call, or not when the log was closed since the call began: says which. */
  record(call: Call): boolean {
    if (this.#closed) return false;
    keepNewest(this.#calls, call);
    const [waiter] = this.#waiters;
    if (waiter) {
      this.#waiters.delete(waiter);
      waiter.resolve(call);
    } else {
      keepNewest(this.#unseen, call);
    }
    return true;
  }

  /** The next call that has not been waited for. Rejects with `failure` after `timeout` milliseconds and on a close. */
  async next(timeout: number, failure: Error, tooLate: () => string): Promise<Call> {
    const unseen = this.#unseen.shift();
    if (unseen) return unseen;
    const waiters = this.#waiters;
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        waiters.delete(waiter);
        waiter.reject(tooLate());
      }, timeout);
      const waiter: Waiter = {
        resolve(call) {
          clearTimeout(timer);
          resolve(call);
        },
        reject(message) {
          clearTimeout(timer);
          failure.message = message;
          reject(failure);
        },
      };
      waiters.add(waiter);
    });
  }

  /** Takes no further calls, and ends all waiting. */
  close(): void {
    this.#closed = true;
    for (const waiter of this.#waiters) {
      waiter.reject(`Waiting for a call to ${this.#endpoint} ended: the session was reset meanwhile.`);
    }
    this.#waiters.clear();
  }
}

function keepNewest(calls: Call[], call: Call): void {
  calls.push(call);
  if (calls.length > limit) calls.shift();
}

import type { Endpoint } from "../../scenarios/types.ts";
import type { Call } from "./call.ts";
import { startTimer } from "./timer.ts";

interface Waiter {
  readonly resolve: (call: Call) => void;
  readonly reject: (message: string) => void;
}

/** The most calls to keep. */
const limit = 1000;

/** The most characters of bodies to keep, without those of the newest call. */
const characterLimit = 10_000_000;

/** The calls of one endpoint: the newest 1,000, and the newest ten million characters of their bodies. */
export class CallLog {
  readonly #endpoint: Endpoint;
  readonly #calls: Call[] = [];
  readonly #unseen: Call[] = [];
  readonly #waiters = new Set<Waiter>();
  #characters = 0;
  #closed = false;

  constructor(endpoint: Endpoint) {
    this.#endpoint = endpoint;
  }

  /** In the order of their responses. */
  get calls(): readonly Call[] {
    return this.#calls;
  }

  /** Adds a call, unless the log was closed after the call started. Returns whether it was added. */
  record(call: Call): boolean {
    if (this.#closed) return false;
    this.#add(call);
    const [waiter] = this.#waiters;
    if (waiter) {
      this.#waiters.delete(waiter);
      waiter.resolve(call);
    } else {
      this.#unseen.push(call);
    }
    return true;
  }

  /**
   * The next call that has not been waited for. Rejects with `failure` after `timeout` milliseconds (`Infinity` for
   * never) or when the log closes.
   */
  async next(timeout: number, failure: Error, timeoutMessage: () => string): Promise<Call> {
    const unseen = this.#unseen.shift();
    if (unseen) return unseen;
    const waiters = this.#waiters;
    return new Promise((resolve, reject) => {
      const cancel = startTimer(timeout, () => {
        waiters.delete(waiter);
        waiter.reject(timeoutMessage());
      });
      const waiter: Waiter = {
        resolve(call) {
          cancel();
          resolve(call);
        },
        reject(message) {
          cancel();
          failure.message = message;
          reject(failure);
        },
      };
      waiters.add(waiter);
    });
  }

  /** Stops logging, and rejects all pending waits. */
  close(): void {
    this.#closed = true;
    for (const waiter of this.#waiters) {
      waiter.reject(`Waiting for a call to ${this.#endpoint} ended: the session was reset.`);
    }
    this.#waiters.clear();
  }

  #add(call: Call): void {
    for (const old of this.#calls) {
      if (this.#characters <= characterLimit) break;
      const before = old.size;
      old.dropBody();
      this.#characters += old.size - before;
    }
    // Still too long: the rest are response bodies.
    while (this.#characters > characterLimit || this.#calls.length === limit) this.#dropOldest();
    this.#calls.push(call);
    this.#characters += call.size;
  }

  #dropOldest(): void {
    const oldest = this.#calls.shift();
    this.#characters -= oldest?.size ?? 0;
    if (this.#unseen[0] === oldest) this.#unseen.shift();
  }
}

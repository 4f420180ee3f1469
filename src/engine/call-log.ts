import type { Endpoint } from "../../scenarios/types.ts";
import type { Call } from "./call.ts";
import { startTimer } from "./timer.ts";

interface Waiter {
  readonly resolve: (call: Call) => void;
  readonly reject: (message: string) => void;
}

/** How many calls are kept. */
const limit = 1000;

/** How many characters of their bodies are kept besides those of the newest call. */
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

  /** In the order in which they were answered. */
  get calls(): readonly Call[] {
    return this.#calls;
  }

  /** Adds a call, or not when the log was closed since the call began: says which. */
  record(call: Call): boolean {
    if (this.#closed) return false;
    this.#keep(call);
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
   * The next call that has not been waited for. Rejects with `failure` after `timeout` milliseconds, `Infinity`
   * for never, and on a close.
   */
  async next(timeout: number, failure: Error, tooLate: () => string): Promise<Call> {
    const unseen = this.#unseen.shift();
    if (unseen) return unseen;
    const waiters = this.#waiters;
    return new Promise((resolve, reject) => {
      const cancel = startTimer(timeout, () => {
        waiters.delete(waiter);
        waiter.reject(tooLate());
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

  /** Takes no further calls, and ends all waiting. */
  close(): void {
    this.#closed = true;
    for (const waiter of this.#waiters) {
      waiter.reject(`Waiting for a call to ${this.#endpoint} ended: the session was reset meanwhile.`);
    }
    this.#waiters.clear();
  }

  #keep(call: Call): void {
    for (const old of this.#calls) {
      if (this.#characters <= characterLimit) break;
      const before = old.size;
      old.forgetBody();
      this.#characters += old.size - before;
    }
    // Then it is the answers that are long.
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

import { type Endpoint, endpoints } from "../scenarios/scenario.ts";
import type { Call } from "./call.ts";
import { CallLog } from "./call-log.ts";
import { Mailbox, type Message } from "./inbox.ts";
import { Pauses } from "./pause.ts";
import type { Switched } from "./registry.ts";
import { type Decision, Switchboard } from "./switchboard.ts";

/** What `subscribe` tells. */
export type SessionEvent =
  /** What the next request gets has changed: chosen anew, or used up. */
  | { readonly type: "switch"; readonly endpoint: Endpoint; readonly active: string }
  | { readonly type: "call"; readonly call: Call }
  | { readonly type: "message"; readonly message: Message }
  /** An endpoint began anew, or the whole session where none is named. */
  | { readonly type: "reset"; readonly endpoint?: Endpoint };

/** One endpoint's part of a session. A request keeps the line that it began on, over resets too. */
export interface Line {
  readonly switchboard: Switchboard;
  readonly log: CallLog;
  readonly pauses: Pauses;
}

/** What the tenant remembers and has sent. A request keeps the memory that it began with. */
export interface Memory {
  readonly mailbox: Mailbox;
}

/** One world of switches, calls, inbox and tenant state. */
export class Session {
  /** The ids of all answers that went out, over resets too: what a coverage report counts. */
  readonly served: Set<string> = new Set();
  readonly #listeners = new Set<{ readonly tell: (event: SessionEvent) => void }>();
  readonly #initial: Readonly<Record<Endpoint, Switchboard>>;
  readonly #lines: Record<Endpoint, Line>;
  #memory: Memory;
  #requests = 0;

  /** Begins with the switches that another session has now, or with none; a reset comes back to them. */
  constructor(from?: Session) {
    this.#initial = {
      "oauth-ro": new Switchboard("oauth-ro", from?.line("oauth-ro").switchboard),
      "passwordless-start": new Switchboard("passwordless-start", from?.line("passwordless-start").switchboard),
    };
    this.#lines = { "oauth-ro": this.#newLine("oauth-ro"), "passwordless-start": this.#newLine("passwordless-start") };
    this.#memory = this.#newMemory();
  }

  line(endpoint: Endpoint): Line {
    return this.#lines[endpoint];
  }

  get memory(): Memory {
    return this.#memory;
  }

  /** Counts a request in: its number in the session, from 1 up. */
  nextRequest(): number {
    return ++this.#requests;
  }

  /** Takes what the next request to the endpoint gets. */
  take(endpoint: Endpoint): Decision {
    const { switchboard } = this.#lines[endpoint];
    const before = switchboard.active;
    const decision = switchboard.take();
    if (switchboard.active !== before) this.#switched(endpoint);
    return decision;
  }

  /** Sets the slot of an endpoint to steps of its own. */
  set(endpoint: Endpoint, steps: readonly Switched[], cycle: boolean): void {
    this.#lines[endpoint].switchboard.set(steps, cycle);
    this.#changed(endpoint);
  }

  /** Queues an answer for one request. */
  queue(switched: Switched): void {
    this.#lines[switched.endpoint].switchboard.queue(switched);
    this.#changed(switched.endpoint);
  }

  /** The calls of one endpoint, or of both, oldest first. */
  calls(endpoint?: Endpoint): readonly Call[] {
    const each = endpoint ? [endpoint] : endpoints;
    return each.flatMap((one) => this.#lines[one].log.calls).toSorted((a, b) => a.n - b.n);
  }

  /** Logs a call on the line that it began on. */
  record(line: Line, call: Call): void {
    if (line.log.record(call)) this.#tell({ type: "call", call });
  }

  /** Begins anew: one endpoint's switches and calls, or everything. */
  reset(endpoint?: Endpoint): void {
    for (const each of endpoint ? [endpoint] : endpoints) {
      const { log, pauses } = this.#lines[each];
      log.close();
      this.#lines[each] = this.#newLine(each);
      pauses.close();
    }
    if (endpoint) {
      this.#tell({ type: "reset", endpoint });
      return;
    }
    this.#memory = this.#newMemory();
    this.#requests = 0;
    this.#tell({ type: "reset" });
  }

  subscribe(listener: (event: SessionEvent) => void): () => void {
    // In an object: one that listens twice is told twice, and each undo ends one of the two.
    const subscription = { tell: listener };
    this.#listeners.add(subscription);
    return () => {
      this.#listeners.delete(subscription);
    };
  }

  #newLine(endpoint: Endpoint): Line {
    const switchboard = new Switchboard(endpoint, this.#initial[endpoint]);
    return { switchboard, log: new CallLog(endpoint), pauses: new Pauses() };
  }

  #newMemory(): Memory {
    const memory: Memory = {
      mailbox: new Mailbox((message) => {
        if (this.#memory === memory) this.#tell({ type: "message", message });
      }),
    };
    return memory;
  }

  #changed(endpoint: Endpoint): void {
    this.#lines[endpoint].pauses.release();
    this.#switched(endpoint);
  }

  #switched(endpoint: Endpoint): void {
    this.#tell({ type: "switch", endpoint, active: this.#lines[endpoint].switchboard.active });
  }

  #tell(event: SessionEvent): void {
    for (const { tell } of this.#listeners) {
      try {
        tell(event);
      } catch (error) {
        // A listener's mistake must not change an answer, and must not be lost either.
        queueMicrotask(() => {
          throw error;
        });
      }
    }
  }
}

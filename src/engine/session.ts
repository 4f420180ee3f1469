import { type Endpoint, endpoints } from "../../scenarios/types.ts";
import type { ResolvedActivation } from "../catalog/registry.ts";
import { CallLog } from "./call-log.ts";
import type { Call } from "./call.ts";
import type { Hold } from "./hold.ts";
import { Mailbox, type Message } from "./inbox.ts";
import { PendingResponses } from "./pending-responses.ts";
import { type Decision, Switchboard } from "./switchboard.ts";

/** What `subscribe` reports. */
export type SessionEvent =
  /** The next request gets a different scenario: one was switched on, or used up. */
  | { readonly type: "switch"; readonly endpoint: Endpoint; readonly active: string }
  | { readonly type: "call"; readonly call: Call }
  | { readonly type: "message"; readonly message: Message }
  /** An endpoint was reset, or the whole session when no endpoint is named. */
  | { readonly type: "reset"; readonly endpoint?: Endpoint };

/** The state of one endpoint in a session. A reset replaces it, but a request keeps the state it started with. */
export interface EndpointState {
  readonly switchboard: Switchboard;
  readonly log: CallLog;
  readonly pending: PendingResponses;
  /** Lets requests wait. Undefined until the switcher sets it. */
  hold?: Hold;
}

/** What the tenant remembers and has sent. A reset replaces it, but a request keeps the state it started with. */
export interface TenantState {
  readonly mailbox: Mailbox;
}

type Watcher = (answered?: Call) => void;

/** A session: its own switches, calls, inbox and tenant state. */
export class Session {
  /** The ids of all answers that were sent. They survive resets, because the coverage report counts them. */
  readonly served: Set<string> = new Set();
  /** Requests that must fail the test, each as a sentence: `otherRequests: "error"` refused them. They survive resets too. */
  readonly refused: Set<string> = new Set();
  /** The test that it belongs to, if a runner tells. */
  testName?: string | undefined;
  readonly #listeners = new Set<{ readonly notify: (event: SessionEvent) => void }>();
  readonly #watchers = new Set<Watcher>();
  readonly #initial: Readonly<Record<Endpoint, Switchboard>>;
  readonly #states: Record<Endpoint, EndpointState>;
  #tenantState: TenantState;
  #requests = 0;

  /** Starts with the current switches of another session, or with none. A reset restores them. */
  constructor(from?: Session) {
    this.#initial = {
      "oauth-ro": new Switchboard("oauth-ro", from?.endpoint("oauth-ro").switchboard),
      "passwordless-start": new Switchboard("passwordless-start", from?.endpoint("passwordless-start").switchboard),
    };
    this.#states = {
      "oauth-ro": this.#newState("oauth-ro"),
      "passwordless-start": this.#newState("passwordless-start"),
    };
    this.#tenantState = this.#newTenantState();
  }

  endpoint(endpoint: Endpoint): EndpointState {
    return this.#states[endpoint];
  }

  get tenantState(): TenantState {
    return this.#tenantState;
  }

  /** Counts a request and returns its number in the session, starting at 1. */
  nextRequest(): number {
    return ++this.#requests;
  }

  /** Takes the answer to the next request to the endpoint. */
  take(endpoint: Endpoint): Decision {
    const { switchboard } = this.#states[endpoint];
    const before = switchboard.active;
    const decision = switchboard.take();
    if (switchboard.active !== before) this.#notifySwitch(endpoint);
    return decision;
  }

  /** Sets the slot of an endpoint to these steps. */
  set(endpoint: Endpoint, steps: readonly ResolvedActivation[], cycle: boolean): void {
    this.#states[endpoint].switchboard.set(steps, cycle);
    this.#afterSwitch(endpoint);
  }

  /** Queues an answer for one request. */
  queue(activation: ResolvedActivation): void {
    this.#states[activation.endpoint].switchboard.queue(activation);
    this.#afterSwitch(activation.endpoint);
  }

  /** The calls of one endpoint, or of both, oldest first. */
  calls(endpoint?: Endpoint): readonly Call[] {
    const each = endpoint ? [endpoint] : endpoints;
    return each.flatMap((one) => this.#states[one].log.calls).toSorted((a, b) => a.n - b.n);
  }

  /** Logs a call, unless its endpoint was reset since the call started. */
  record(state: EndpointState, call: Call): void {
    if (state.log.record(call)) this.#notify({ type: "call", call });
  }

  /**
   * The next call that has not been waited for. Rejects with `failure` after `timeout` milliseconds, with a message
   * about what was called instead.
   */
  waitForCall(endpoint: Endpoint, timeout: number, failure: Error): Promise<Call> {
    return this.#states[endpoint].log.next(timeout, failure, () => {
      const calls = this.calls();
      const hint = calls.some((call) => call.endpoint === endpoint) ? " Each call can be waited for once." : "";
      return `No call to ${endpoint} within ${timeout} ms. ${calledSoFar(calls)}${hint}`;
    });
  }

  /** Resets one endpoint's switches and calls, or everything. */
  reset(endpoint?: Endpoint): void {
    for (const each of endpoint ? [endpoint] : endpoints) {
      const { log, pending, hold } = this.#states[each];
      log.close();
      this.#states[each] = this.#newState(each);
      pending.close();
      hold?.close();
    }
    if (endpoint) {
      this.#notify({ type: "reset", endpoint });
      return;
    }
    this.#tenantState = this.#newTenantState();
    this.#requests = 0;
    this.#notify({ type: "reset" });
  }

  subscribe(listener: (event: SessionEvent) => void): () => void {
    // Wrapped, so that a listener that subscribes twice is called twice and can be unsubscribed once.
    const subscription = { notify: listener };
    this.#listeners.add(subscription);
    return () => {
      this.#listeners.delete(subscription);
    };
  }

  /**
   * Calls the watcher on everything that the switcher shows: on what `subscribe` reports, and when a request is held or
   * answered. Returns a function that stops this.
   */
  watch(watcher: Watcher): () => void {
    this.#watchers.add(watcher);
    return () => {
      this.#watchers.delete(watcher);
    };
  }

  /** Calls the watchers, with the call whose response is sent now. */
  changed(answered?: Call): void {
    for (const watcher of this.#watchers) watcher(answered);
  }

  #newState(endpoint: Endpoint): EndpointState {
    const switchboard = new Switchboard(endpoint, this.#initial[endpoint]);
    return { switchboard, log: new CallLog(endpoint), pending: new PendingResponses() };
  }

  #newTenantState(): TenantState {
    const state: TenantState = {
      mailbox: new Mailbox((message) => {
        if (this.#tenantState === state) this.#notify({ type: "message", message });
      }),
    };
    return state;
  }

  #afterSwitch(endpoint: Endpoint): void {
    this.#states[endpoint].pending.release();
    this.#notifySwitch(endpoint);
  }

  #notifySwitch(endpoint: Endpoint): void {
    this.#notify({ type: "switch", endpoint, active: this.#states[endpoint].switchboard.active });
  }

  #notify(event: SessionEvent): void {
    for (const { notify } of this.#listeners) {
      try {
        notify(event);
      } catch (error) {
        // An error in a listener must not change the response, but must still surface.
        queueMicrotask(() => {
          throw error;
        });
      }
    }
    this.changed();
  }
}

/** Creates a session with the switches of another one, even from another copy of this package. */
export function forkSession(from: Session, testName?: string): Session {
  return Object.assign(new (from.constructor as typeof Session)(from), { testName });
}

/** The last calls, for errors about a call that was not made. */
export function calledSoFar(calls: readonly Call[]): string {
  if (calls.length === 0)
    return "Nothing was called. Check that the request is sent and that the handlers are registered.";
  const last = calls.slice(-5).map((call) => `${call.endpoint} (${call.scenario}: ${call.reason})`);
  return `Called so far: ${last.join(", ")}.`;
}

import type { HttpHandler } from "msw";
import type { MockAuth0 } from "../mock-auth0.ts";
import type { SessionSwap } from "../runner/swap-session.ts";
import type { Network } from "../worker/handlers.ts";

/** MSW's server or worker. If we started it, it has `ready` and `stop`. */
export interface RunningNetwork {
  readonly network: Network;
  /** Resolves when it is ready. Undefined if it is ready immediately. */
  readonly ready?: Promise<unknown>;
  readonly stop?: () => unknown;
}

/** The part of a mock that MSW needs. */
export interface AnsweringMock {
  readonly handlers: readonly HttpHandler[];
}

/** The state of a process or page, shared by all copies of this module and of the setup file. */
interface GlobalState {
  /** Mocks by their options, as JSON. */
  readonly mocksByOptions: Map<string, MockAuth0>;
  /** The mocks that are answering. */
  readonly mocks: Set<AnsweringMock>;
  /** The network in which they answer. */
  running?: RunningNetwork;
  /** Restores the network's own `resetHandlers`. */
  restore?: () => void;
  /** The mocks that already have a session for every test of a suite. */
  readonly isolated: WeakMap<object, WeakSet<object>>;
  /** The turns of each mock. */
  readonly turns: WeakMap<object, SessionSwap>;
  /** The number of file or worker fixtures that are being set up. Code that runs meanwhile belongs to no turn. */
  outside: number;
  /** The test functions whose file and worker fixtures are set up outside of tests. */
  readonly lifted: WeakSet<object>;
  /** Our own hooks. */
  readonly hooks: WeakSet<object>;
}

const key: unique symbol = Symbol.for("auth0-msw/vitest") as never;

export const state: GlobalState = ((globalThis as { [key]?: GlobalState })[key] ??= {
  mocksByOptions: new Map(),
  mocks: new Set(),
  isolated: new WeakMap(),
  turns: new WeakMap(),
  outside: 0,
  lifted: new WeakSet(),
  hooks: new WeakSet(),
});

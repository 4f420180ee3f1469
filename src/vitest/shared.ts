import type { MockAuth0 } from "../mock-auth0.ts";
import type { Turn } from "./in-turn.ts";
import type { Answering, Started } from "./network.ts";

/** What a process or page has once, however often this module and the set-up file are loaded. */
interface Shared {
  /** Mocks by the options that they were made of. */
  readonly made: Map<string, MockAuth0>;
  /** The mocks that answer now. */
  readonly mocks: Set<Answering>;
  /** Where they do. */
  started?: Started;
  /** Gives that back its own `resetHandlers`. */
  restore?: () => void;
  /** The mocks that each suite gives a session for every test. */
  readonly isolated: WeakMap<object, WeakSet<object>>;
  /** The turns that the tests of each mock take. */
  readonly turns: WeakMap<object, Turn>;
  /** How many fixtures of a file or a worker are being set up: what runs meanwhile belongs to no turn. */
  outside: number;
  /** The test functions whose fixtures of a file or a worker are set up outside of tests. */
  readonly lifted: WeakSet<object>;
  /** The hooks that are ours. */
  readonly hooks: WeakSet<object>;
}

const key: unique symbol = Symbol.for("auth0-msw/vitest") as never;

export const shared: Shared = ((globalThis as { [key]?: Shared })[key] ??= {
  made: new Map(),
  mocks: new Set(),
  isolated: new WeakMap(),
  turns: new WeakMap(),
  outside: 0,
  lifted: new WeakSet(),
  hooks: new WeakSet(),
});

import type { MockAuth0 } from "../mock-auth0.ts";
import type { Answering, Started } from "./network.ts";

/** What a process or page has once, however often this module and the set-up file are loaded. */
interface Shared {
  /** Mocks by the options that they were made of. */
  readonly made: Map<string, MockAuth0>;
  /** The mocks that answer now. */
  readonly mocks: Set<Answering>;
  /** Where they do. */
  started?: Started;
}

const key: unique symbol = Symbol.for("auth0-msw/vitest") as never;

export const shared: Shared = ((globalThis as { [key]?: Shared })[key] ??= { made: new Map(), mocks: new Set() });

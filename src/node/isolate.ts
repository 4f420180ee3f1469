import { AsyncLocalStorage } from "node:async_hooks";
import type { Mock } from "../engine/request-context.ts";
import { forkSession } from "../engine/session.ts";
import type { Session } from "../engine/session.ts";
import { internalsOf } from "../mock-auth0.ts";
import { OwnContexts } from "./own-context.ts";

/** A session for the code that runs in it, created on first use. */
export interface Isolate {
  /** The scenarios that were served in it. */
  served(): ReadonlySet<string>;
  /** Runs code in it, with everything that the code awaits. */
  run<Result>(run: () => Result): Result;
  /** Ends pending responses. A request that arrives later affects no session. */
  end(): void;
}

type Isolates = ReadonlyMap<Mock, { readonly session: () => Session; isOver: boolean }>;

/** State of the process, shared by all copies of this module. */
interface Shared {
  /** The isolates of the running code, one for each mock. */
  readonly storage: AsyncLocalStorage<Isolates>;
  readonly contexts: OwnContexts<Isolates>;
  /** The mocks that look for an isolate. */
  readonly connected: WeakSet<Mock>;
}

const key: unique symbol = Symbol.for("auth0-msw/node") as never;

function shared(): Shared {
  const global = globalThis as { [key]?: Shared };
  if (!global[key]) {
    const storage = new AsyncLocalStorage<Isolates>();
    global[key] = { storage, contexts: new OwnContexts(storage), connected: new WeakSet() };
  }
  return global[key];
}

/**
 * Inside `run`, and in everything that it awaits, the mock has its own session: switches, tenant, calls, inbox and
 * generated data. The session starts with the current switches, including one-shots. Responses that are still pending
 * when `run` ends are ended too. Returns what `run` returns, and throws what it throws.
 * @example test.concurrent("…", () => isolate(auth0, async () => { auth0.use("oauth-ro/user-blocked"); }));
 */
export async function isolate<Result>(auth0: object, run: () => Result | Promise<Result>): Promise<Result> {
  const isolated = createIsolate(auth0);
  // Create the session now, so that later switches outside do not affect it.
  isolated.run(() => internalsOf(auth0).session());
  try {
    return await isolated.run(run);
  } finally {
    isolated.end();
  }
}

/** Creates an isolate, for a test if it has a name. The caller decides what runs in it and when it ends. */
export function createIsolate(auth0: object, testName?: string): Isolate {
  const mock = internalsOf(auth0);
  const { storage, contexts, connected } = shared();
  if (!connected.has(mock)) connect(mock, storage);
  connected.add(mock);
  contexts.watchDispatchers();

  const outer = mock.session();
  let session: Session | undefined;
  const own = { session: () => (session ??= forkSession(outer, testName)), isOver: false };
  const isolates = new Map(storage.getStore()).set(mock, own);
  return {
    served: () => session?.served ?? new Set(),
    run: (run) => storage.run(isolates, run),
    end() {
      if (own.isOver) return;
      own.isOver = true;
      session?.reset();
      for (const scenario of session?.served ?? []) outer.served.add(scenario);
    },
  };
}

/** Runs code outside all isolates. */
export function runOutside<Result>(run: () => Result): Result {
  return shared().storage.exit(run);
}

/** Makes a mock look up its isolate. */
function connect(mock: Mock, storage: AsyncLocalStorage<Isolates>): void {
  const outside = mock.session;
  mock.session = (request) => {
    const own = storage.getStore()?.get(mock);
    if (!own) return outside(request);
    // A request that arrives after its isolate ended gets a response, but is not recorded.
    return own.isOver && request ? forkSession(outside(request)) : own.session();
  };
}

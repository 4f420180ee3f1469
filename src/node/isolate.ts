import { AsyncLocalStorage } from "node:async_hooks";
import type { Mock } from "../attempt.ts";
import { forkSession } from "../fork-session.ts";
import { internalsOf } from "../mock-auth0.ts";
import type { Session } from "../session.ts";
import { OwnContexts } from "./own-context.ts";

/** A session that belongs to what runs in it. It begins when it is first needed. */
export interface Isolate {
  /** The scenarios that were served in it. */
  served(): ReadonlySet<string>;
  /** Runs something in it, with all that it awaits. */
  run<Result>(run: () => Result): Result;
  /** Ends what is pending; what is still on its way after that touches no session. */
  end(): void;
}

type Isolates = ReadonlyMap<Mock, { readonly session: () => Session; isOver: boolean }>;

/** What a process has once, however often this module is loaded. */
interface Shared {
  /** The isolates that code runs in: one for each mock. */
  readonly storage: AsyncLocalStorage<Isolates>;
  readonly contexts: OwnContexts<Isolates>;
  /** The mocks that ask for their isolate. */
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
 * Inside `run`, and in all that it awaits, the mock has its own session: switches, tenant, calls, inbox and
 * generated data. It begins with the switches of the session around it, one-shots included. What is pending
 * when `run` is over ends. Returns what `run` returns, and throws what it throws.
 * @example test.concurrent("…", () => isolate(auth0, async () => { auth0.use("oauth-ro/user-blocked"); }));
 */
export async function isolate<Result>(auth0: object, run: () => Result | Promise<Result>): Promise<Result> {
  const isolated = createIsolate(auth0);
  // Begins now, whatever is switched around it later.
  isolated.run(() => internalsOf(auth0).session());
  try {
    return await isolated.run(run);
  } finally {
    isolated.end();
  }
}

/** An isolate for which the caller decides what runs in it, and when it ends. */
export function createIsolate(auth0: object): Isolate {
  const mock = internalsOf(auth0);
  const { storage, contexts, connected } = shared();
  if (!connected.has(mock)) connect(mock, storage);
  connected.add(mock);
  contexts.watchDispatchers();

  const around = mock.session();
  let session: Session | undefined;
  const own = { session: () => (session ??= forkSession(around)), isOver: false };
  const isolates = new Map(storage.getStore()).set(mock, own);
  return {
    served: () => session?.served ?? new Set(),
    run: (run) => storage.run(isolates, run),
    end() {
      if (own.isOver) return;
      own.isOver = true;
      session?.reset();
      for (const scenario of session?.served ?? []) around.served.add(scenario);
    },
  };
}

/** Runs something outside of all isolates. */
export function runOutside<Result>(run: () => Result): Result {
  return shared().storage.exit(run);
}

/** Makes a mock ask for its isolate. */
function connect(mock: Mock, storage: AsyncLocalStorage<Isolates>): void {
  const outside = mock.session;
  mock.session = (request) => {
    const own = storage.getStore()?.get(mock);
    if (!own) return outside(request);
    // A request that is still on its way when its isolate ends gets an answer, and leaves nothing.
    return own.isOver && request ? forkSession(outside(request)) : own.session();
  };
}

import { AsyncLocalStorage } from "node:async_hooks";
import type { Mock } from "../attempt.ts";
import { internalsOf } from "../mock-auth0.ts";
import { Session } from "../session.ts";
import { sessionTag } from "../session-tag.ts";
import { tagRequests } from "./tag-requests.ts";

/** The sessions of the isolate that the code runs in: one for each mock. */
interface Isolate {
  readonly id: string;
  readonly sessions: ReadonlyMap<Mock, Session>;
}

const storage = new AsyncLocalStorage<Isolate>();
const isolates = new Map<string, Isolate>();
let count = 0;

/**
 * Inside `run`, and in all that it awaits, the mock has a session of its own: switches, tenant, calls,
 * inbox and generated data. It begins with the switches of the session around it. What is pending when
 * `run` is over ends. Returns what `run` returns, and throws what it throws.
 * @example test.concurrent("…", () => isolate(auth0, async () => { auth0.use("oauth-ro/user-blocked"); }));
 */
export async function isolate<Result>(auth0: object, run: () => Result | Promise<Result>): Promise<Result> {
  prepareIsolation(auth0);
  const mock = internalsOf(auth0);
  const around = mock.session();
  const session = new Session(around);
  count += 1;
  const id = String(count);
  const isolated = { id, sessions: new Map(storage.getStore()?.sessions).set(mock, session) };
  isolates.set(id, isolated);
  try {
    return await storage.run(isolated, run);
  } finally {
    isolates.delete(id);
    session.reset();
    for (const scenario of session.served) around.served.add(scenario);
  }
}

/** Has this host's requests be told apart before the first isolate: what takes `fetch` from now on takes the right one. */
export function prepareIsolation(auth0: object): void {
  connect(internalsOf(auth0));
  tagRequests(() => storage.getStore()?.id);
}

const connected = new WeakSet<Mock>();

/** Has a mock ask for the isolate: by the request's tag, since a pooled socket keeps another's context. */
function connect(mock: Mock): void {
  if (connected.has(mock)) return;
  connected.add(mock);
  const outside = mock.session;
  mock.session = (request) => {
    const tag = request?.headers.get(sessionTag);
    const isolated = tag ? isolates.get(tag) : storage.getStore();
    // Still on its way when its isolate was left: it belongs to nobody.
    if (tag && !isolated) return new Session(outside(request));
    return isolated?.sessions.get(mock) ?? outside(request);
  };
}

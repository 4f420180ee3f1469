import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { serve } from "#host";
import { mockAuth0 } from "auth0-msw";
import { isolate } from "auth0-msw/node";
import { Agent, Dispatcher, getGlobalDispatcher, setGlobalDispatcher } from "undici";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { viaFetch } from "../../host/wire.ts";
import { crowd } from "../../helpers/crowd.ts";
import { valid } from "../../helpers/requests.ts";

const auth0 = mockAuth0();
serve(auth0.handlers);

const pool = new Agent({ connections: 4 });
const before = getGlobalDispatcher();
beforeAll(() => setGlobalDispatcher(pool));
afterAll(async () => {
  setGlobalDispatcher(before);
  await pool.close();
});

test("Node's own fetch uses the pool that the undici package sets", async () => {
  const dispatch = vi.spyOn(pool, "dispatch");
  const server = createServer((_request, response) => response.end("real"));
  await new Promise<void>((listening) => void server.listen(0, "127.0.0.1", listening));
  const { port } = server.address() as AddressInfo;
  expect(await (await fetch(`http://127.0.0.1:${port}`)).text()).toBe("real");
  expect(dispatch).toHaveBeenCalledOnce();
  dispatch.mockRestore();
  server.close();
});

// Ten thousand requests.
const timeout = 120_000;

// A socket of the pool keeps the async context of the request that opened it.
test(
  "1000 concurrent isolates with ten requests each get the right responses through a pool of four sockets",
  { timeout },
  async () => {
    expect(await crowd(auth0, 1000, viaFetch)).toEqual({ wrong: 0 });
    expect(auth0.calls()).toEqual([]);
  },
);

/** Queues requests as Undici's pools did before version 8: the last request sends all of them, in its own context. */
class QueueOfTwo extends Dispatcher {
  readonly #queue: Parameters<Dispatcher["dispatch"]>[] = [];

  override dispatch(...args: Parameters<Dispatcher["dispatch"]>): boolean {
    this.#queue.push(args);
    if (this.#queue.length === 2) for (const queued of this.#queue.splice(0)) pool.dispatch(...queued);
    return true;
  }
}

test("requests that a dispatcher queues are answered in their own isolate", async () => {
  setGlobalDispatcher(new QueueOfTwo());
  const runs = (["oauth-ro/user-blocked", "oauth-ro/access-denied"] as const).map((id) =>
    isolate(auth0, async () => {
      auth0.use(id);
      await viaFetch(valid("oauth-ro"));
      return auth0.calls().map(({ scenario }) => scenario);
    }),
  );
  const calls = await Promise.all(runs).finally(() => setGlobalDispatcher(pool));
  expect(calls).toEqual([["oauth-ro/user-blocked"], ["oauth-ro/access-denied"]]);
});

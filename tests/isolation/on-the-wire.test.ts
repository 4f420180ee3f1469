import { transports } from "#host";
import { mockAuth0 } from "auth0-msw";
import { isolate } from "auth0-msw/node";
import { bypass, http, passthrough } from "msw";
import { setupServer } from "msw/node";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { quiet } from "../host/quiet.ts";
import type { Transport } from "../host/wire.ts";
import { type Recorded, recordingServer } from "../helpers/recording-server.ts";

const auth0 = mockAuth0({ domain: "demo.eu.auth0.com" });
const real = recordingServer();
const msw = setupServer(...auth0.handlers);

beforeAll(() => real.start());
afterAll(() => real.stop());

/** What the real server receives when the same requests are sent inside and outside an isolate. */
async function recordBoth(send: () => Promise<unknown>): Promise<{ inside: Recorded[]; outside: Recorded[] }> {
  await send();
  const outside = real.take();
  await isolate(auth0, send);
  return { inside: real.take(), outside };
}

// These requests need no preflight, so an extra one would be noticed.
const simple = { method: "POST", headers: { "content-type": "text/plain" }, body: "{}" };
const both = ["/oauth/ro", "/passwordless/start", "/my/oauth/ro", "/oauth/ro?a=b#c"];

function sendAll(send: Transport, urls: readonly string[]): () => Promise<void> {
  return async () => {
    for (const url of urls) expect((await send({ url, ...simple })).body).toBe("from the real server");
  };
}

function expectNothingAdded({ inside, outside }: { inside: Recorded[]; outside: Recorded[] }, count: number): void {
  // Some hosts send a preflight for each request.
  expect(outside.filter(({ method }) => method === "POST")).toHaveLength(count);
  expect(inside).toEqual(outside);
  expect(JSON.stringify(inside)).not.toMatch(/auth0-msw/i);
}

describe.each(Object.entries(transports))(
  "through %s, a real server receives the same inside and outside an isolate",
  (_name, send) => {
    const urls = () => both.map((path) => real.url + path);

    test("before MSW listens", async () => {
      expectNothingAdded(await recordBoth(sendAll(send, urls())), both.length);
    });

    describe("while MSW listens", () => {
      beforeAll(() => msw.listen(quiet));
      afterEach(() => msw.resetHandlers());
      afterAll(() => msw.close());

      test("to a host that is not mocked", async () => {
        expectNothingAdded(await recordBoth(sendAll(send, urls())), both.length);
      });

      test("when a handler before the mock passes the request through", async () => {
        msw.use(http.all("*/oauth/ro", () => passthrough()));
        expectNothingAdded(await recordBoth(sendAll(send, urls())), both.length);
      });

      // In happy-dom this would loop: its fetch drops the header that marks MSW's bypass.
      test.skipIf("happyDOM" in globalThis)("when a handler before the mock fetches from the real server", async () => {
        msw.use(
          http.all("*/oauth/ro", async ({ request }) => {
            const { status, headers, body } = await fetch(bypass(request));
            return new Response(body, { status, headers });
          }),
        );
        expectNothingAdded(await recordBoth(sendAll(send, [`${real.url}/oauth/ro`])), 1);
      });
    });

    test("after MSW is closed", async () => {
      expectNothingAdded(await recordBoth(sendAll(send, urls())), both.length);
    });
  },
);

test.runIf("location" in globalThis)("a relative URL goes to the page's own server", async () => {
  await isolate(auth0, async () => {
    // No server listens there.
    await expect(fetch("/oauth/ro", simple)).rejects.toThrow();
    expect(auth0.calls()).toEqual([]);
  });
});

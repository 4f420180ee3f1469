import dns from "node:dns";
import { mockAuth0 } from "auth0-msw";
import { http, HttpResponse } from "msw";
import { setupServer } from "msw/node";
import { setupServer as setupServer2 } from "msw2/node";
import { afterEach, describe, expect, onTestFinished, test, vi } from "vitest";
import { nodeProbe } from "../../src/runner/node-probe.ts";
import { addHandlers, bypassOthers } from "../../src/worker/handlers.ts";
import { checkStart } from "../../src/worker/start-check.ts";

afterEach(() => {
  vi.restoreAllMocks();
});

function listen(server: ReturnType<typeof setupServer>, options: object): void {
  server.listen(options);
  onTestFinished(() => server.close());
}

/** Runs the check, and fails if it takes a second. */
async function check(server: ReturnType<typeof setupServer>, isGiven = false): Promise<void> {
  const auth0 = mockAuth0();
  addHandlers(server, auth0.handlers);
  const start = performance.now();
  try {
    await checkStart(auth0.handlers, server, nodeProbe(isGiven));
  } finally {
    expect(performance.now() - start).toBeLessThan(1000);
    expect(auth0.calls()).toEqual([]);
  }
}

describe("the check of a start", () => {
  test.each([
    ["lets others pass", bypassOthers],
    ["refuses others", { onUnhandledRequest: "error", onUnhandledFrame: "error" }],
  ])("passes without a word when MSW %s", async (_how, options) => {
    const printed = (["log", "warn", "error"] as const).map((level) => vi.spyOn(console, level));
    const server = setupServer();
    listen(server, options);
    await check(server);
    await check(server, true);
    expect(printed.flatMap(({ mock }) => mock.calls)).toEqual([]);
  });

  test("passes beside a handler of the user's own for every request", async () => {
    const server = setupServer(http.all("*", () => HttpResponse.text("theirs")));
    listen(server, bypassOthers);
    await check(server);
  });

  test("fails when nothing intercepts requests, and the request leads nowhere", async () => {
    const lookup = vi.spyOn(dns, "lookup");
    await expect(check(setupServer())).rejects.toThrow(
      'Mocking failed: a first request did not reach MSW (fetch failed). Another copy of MSW may answer first: "npm ls msw"',
    );
    expect(lookup).not.toHaveBeenCalled();
  });

  test("leaves a fetch alone that tests mock themselves", async () => {
    vi.spyOn(globalThis, "fetch").mockRejectedValue(new Error("theirs"));
    await check(setupServer());
    expect(fetch).not.toHaveBeenCalled();
  });

  test("fails when the user's own server does not listen", async () => {
    await expect(check(setupServer(), true)).rejects.toThrow(
      "Is your server listening? Call server.listen() in a hook before all tests, or where you create the server.",
    );
  });

  test("fails in Bun, with the reason", async () => {
    Object.defineProperty(process.versions, "bun", { value: "1.3.0", configurable: true });
    onTestFinished(() => void Reflect.deleteProperty(process.versions, "bun"));
    await expect(check(setupServer())).rejects.toThrow("MSW 3 intercepts nothing in Bun. Run the tests in Node");
  });

  test("fails when a second copy of MSW answers first", async () => {
    const server = setupServer();
    listen(server, bypassOthers);
    const second = setupServer2() as unknown as ReturnType<typeof setupServer>;
    listen(second, { onUnhandledRequest: "error" });
    await expect(check(server)).rejects.toThrow(/did not reach MSW \(.*"npm ls msw" shows whether there are two/);
  });

  test("fails when a handler of the user's own answers everything before it", async () => {
    const server = setupServer();
    listen(server, bypassOthers);
    const { handlers } = mockAuth0();
    addHandlers(server, handlers);
    server.use(http.all("*", () => HttpResponse.text("theirs")));
    await expect(checkStart(handlers, server, nodeProbe(true))).rejects.toThrow(
      "MSW saw a first request, but the mock's handlers did not answer it (an answer with status 200).",
    );
  });

  test("fails within a second when something holds the request", async () => {
    vi.stubGlobal("fetch", () => new Promise(() => {}));
    onTestFinished(() => void vi.unstubAllGlobals());
    await expect(check(setupServer())).rejects.toThrow("no answer within a second");
  });
});

import { transports } from "#host";
import { mockAuth0 } from "auth0-msw";
import { setupAuth0 } from "auth0-msw/vitest";
import { http, HttpResponse } from "msw";
import { setupServer } from "msw/node";
import { afterAll, afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { checkRefused } from "../../src/engine/refused.ts";
import { internalsOf } from "../../src/mock-auth0.ts";
import { recordingServer } from "../helpers/recording-server.ts";

// Stands for the real service.
const service = recordingServer();
await service.start();
afterAll(() => service.stop());
const domain = service.url.slice("http://".length);

const cors = { "access-control-allow-origin": "*", "access-control-allow-headers": "*" };
const answer = (name: string) => HttpResponse.text(name, { headers: cors });
const network = setupServer(http.all(`${service.url}/first`, () => answer("an initial handler")));
network.listen({ onUnhandledRequest: "bypass", onUnhandledFrame: "bypass" } as object);
afterAll(() => network.close());

const auth0 = setupAuth0(mockAuth0({ domain }), { server: network });
const { handlers } = auth0;

const warned = vi.spyOn(console, "warn");
const printed = () => warned.mock.calls.map(([text]) => String(text));
beforeEach(() => {
  warned.mockReset();
  service.take();
});
afterEach(() => network.resetHandlers());

let paths = 0;
/** A path that was not asked for before: each is reported once. */
const newPath = () => `/path-${(paths += 1)}`;

describe.each(Object.entries(transports))("through %s", (_name, send) => {
  test("warns once for each method and path, with the test and the handler to write", async ({ task }) => {
    const url = service.url + newPath();
    for (const query of ["", "?secret=1", ""]) {
      expect((await send({ url: url + query, method: "POST", body: "{}" })).body).toBe("from the real server");
    }
    expect(printed()).toEqual([
      [
        `[auth0-msw] POST ${url} goes to the real service, from the test "through ${_name} > ${task.name}". ` +
          "The mock answers only /oauth/ro and /passwordless/start.",
        "Answer it with a handler of your own:",
        `  http.post("${url}", () => HttpResponse.json({ … }))`,
        'Or let such requests pass with the option otherRequests: "pass", or fail with "error".',
      ].join("\n"),
    ]);
    expect(service.take().filter(({ method }) => method === "POST")).toHaveLength(3);
    expect(auth0.calls()).toEqual([]);
  });

  test("a handler that comes later answers without a warning", async () => {
    expect((await send({ url: `${service.url}/first`, method: "PUT", body: "x" })).body).toBe("an initial handler");
    expect(printed()).toEqual([]);
    expect(service.take()).toEqual([]);
  });

  test("a handler that comes earlier answers without a warning, also to a preflight", async () => {
    const url = service.url + newPath();
    network.use(http.post(url, () => answer("an earlier handler")));
    const headers = { "content-type": "application/json" };
    expect((await send({ url, method: "POST", headers, body: "{}" })).body).toBe("an earlier handler");
    expect(printed()).toEqual([]);
    expect(service.take()).toEqual([]);
  });

  test("warns when a handler answered once, and was used up", async () => {
    const url = service.url + newPath();
    network.use(http.get(url, () => answer("once"), { once: true }));
    expect((await send({ url })).body).toBe("once");
    expect((await send({ url })).body).toBe("from the real server");
    expect(printed()).toEqual([expect.stringContaining(`GET ${url} goes to the real service`)]);
  });

  test("warns about no other host", async () => {
    const url = service.url.replace("127.0.0.1", "localhost") + newPath();
    expect((await send({ url })).body).toBe("from the real server");
    expect(printed()).toEqual([]);
  });

  describe("with otherRequests: error", () => {
    const strict = mockAuth0({ domain, otherRequests: "error" });
    const refused = () => [...internalsOf(strict).session().refused];
    const error = vi.spyOn(console, "error");
    beforeEach(() => {
      error.mockReset();
      error.mockImplementation(() => {});
      network.use(...strict.handlers);
      const others = strict.handlers.find((handler) => "probe" in handler);
      Object.assign(others ?? expect.fail(), { listHandlers: () => network.listHandlers() });
    });

    test("refuses what no handler answers, and says so once", async () => {
      const url = service.url + newPath();
      await expect(send({ url, method: "POST", body: "{}" })).rejects.toThrow();
      await expect(send({ url, method: "POST", body: "{}" })).rejects.toThrow();
      expect(service.take()).toEqual([]);
      const own = error.mock.calls.filter(([text]) => String(text).includes("[auth0-msw]"));
      expect(own).toHaveLength(1);
      expect(refused()).toEqual([expect.stringContaining(`POST ${url} was refused`)]);
      expect(() => checkRefused(internalsOf(strict).session())).toThrow(`http.post("${url}"`);
      strict.reset();
      expect(() => checkRefused(internalsOf(strict).session())).toThrow("was refused");
      internalsOf(strict).session().refused.clear();
    });

    test("leaves a request to a handler that comes later or earlier", async () => {
      const url = service.url + newPath();
      network.use(http.get(url, () => answer("an earlier handler")));
      expect((await send({ url })).body).toBe("an earlier handler");
      expect((await send({ url: `${service.url}/first` })).body).toBe("an initial handler");
      expect([refused(), service.take()]).toEqual([[], []]);
    });

    test("a handler that only watches does not let a request out", async () => {
      const url = service.url + newPath();
      const watched: string[] = [];
      network.use(http.all("*", ({ request }) => void watched.push(request.url)));
      await expect(send({ url })).rejects.toThrow();
      expect(watched).toContain(url);
      expect(service.take()).toEqual([]);
      internalsOf(strict).session().refused.clear();
    });
  });

  test("passes everything with otherRequests: pass", async () => {
    const pass = mockAuth0({ domain, otherRequests: "pass" });
    network.resetHandlers(...pass.handlers);
    expect((await send({ url: service.url + newPath() })).body).toBe("from the real server");
    expect(handlers.some((handler) => network.listHandlers().includes(handler))).toBe(true);
    network.resetHandlers(http.all(`${service.url}/first`, () => answer("an initial handler")));
  });
});

import { mockAuth0 } from "auth0-msw";
import { startAuth0 } from "auth0-msw/browser";
import { http, HttpResponse } from "msw";
import { setupWorker } from "msw/browser";
import { afterEach, beforeEach, expect, onTestFinished, test, vi } from "vitest";

// The server of this page stands for the real service: under this name it is another origin.
const service = location.origin.replace("localhost", "127.0.0.1");
const domain = service.slice("http://".length);

const error = vi.spyOn(console, "error");
const warned = vi.spyOn(console, "warn");
beforeEach(() => {
  error.mockReset();
  warned.mockReset();
});
afterEach(() => {
  sessionStorage.clear();
});

let paths = 0;
/** A path that was not asked for before: each is reported once. */
const newUrl = () => `${service}/path-${(paths += 1)}`;

/** What a request gets. An opaque response comes from the real service: the mock's answers can be read. */
async function ask(url: string, method = "GET"): Promise<string> {
  const mode = method === "GET" || method === "POST" ? "no-cors" : "cors";
  return fetch(url, { method, mode }).then(
    ({ type, status }) => (type === "opaque" ? "left" : `answered ${status}`),
    () => "refused",
  );
}

async function start(options: Parameters<typeof mockAuth0>[0]) {
  const auth0 = mockAuth0(options);
  const started = await startAuth0(auth0);
  onTestFinished(started.stop);
  return { auth0, ...started };
}

test("warns once for each path that goes to the real service", async () => {
  expect(await ask(newUrl())).toBe("left");
  const { auth0 } = await start({ domain });
  const url = newUrl();
  expect([await ask(url), await ask(`${url}?secret=1`)]).toEqual(["left", "left"]);
  expect(warned.mock.calls).toEqual([
    [expect.stringContaining(`GET ${url} goes to the real service. The mock answers`)],
  ]);
  expect(auth0.calls()).toEqual([]);
});

test("refuses them with otherRequests: error", async () => {
  error.mockImplementation(() => {});
  await start({ domain, otherRequests: "error" });
  const url = newUrl();
  expect([await ask(url), await ask(url, "POST"), await ask(url)]).toEqual(["refused", "refused", "refused"]);
  expect(error.mock.calls).toEqual([
    [expect.stringContaining(`GET ${url} was refused`)],
    [expect.stringContaining(`POST ${url} was refused`)],
  ]);
});

test("warns about no request to the page's own server", async () => {
  await start({ domain: location.host });
  await fetch("/not-there");
  expect(warned).not.toHaveBeenCalled();
});

test("leaves a path to a handler of the app, without a warning", async () => {
  const { worker } = await start({ domain });
  const url = newUrl();
  worker.use(http.get(url, () => new HttpResponse("theirs")));
  expect(await (await fetch(url)).text()).toBe("theirs");
  expect(warned).not.toHaveBeenCalled();
});

test("the check of a start is no call and prints nothing", async () => {
  const { auth0 } = await start({ domain });
  expect(auth0.calls()).toEqual([]);
  expect([error, warned].flatMap(({ mock }) => mock.calls)).toEqual([]);
});

test("fails within a second when the app's own worker does not run", async () => {
  const auth0 = mockAuth0();
  const worker = setupWorker();
  const began = performance.now();
  await expect(startAuth0(auth0, { worker })).rejects.toThrow(
    /a first request did not reach MSW .* Is your worker running\? Call await worker.start\(\) first\./,
  );
  expect(performance.now() - began).toBeLessThan(1000);
  expect(worker.listHandlers()).toEqual([]);
});

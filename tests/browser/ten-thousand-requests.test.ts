import { mockAuth0 } from "auth0-msw";
import { startAuth0 } from "auth0-msw/browser";
import { expect, onTestFinished, test, vi } from "vitest";

// The server of this page stands for the real service: under this name it is another origin.
const service = location.origin.replace("localhost", "127.0.0.1");

/** What a request gets. An opaque response comes from the real service: the mock's answers can be read. */
async function ask(url: string, method: string): Promise<string> {
  const mode = method === "GET" || method === "POST" ? "no-cors" : "cors";
  return fetch(url, { method, mode }).then(
    ({ type, status }) => (type === "opaque" ? "left" : `answered ${status}`),
    () => "refused",
  );
}

// Ten thousand requests through a worker.
const timeout = 300_000;

test("of ten thousand mixed requests with otherRequests: error, none leaves", { timeout }, async () => {
  vi.spyOn(console, "error").mockImplementation(() => {});
  const auth0 = mockAuth0({ domain: service.slice("http://".length), otherRequests: "error" });
  onTestFinished((await startAuth0(auth0)).stop);
  auth0.use("oauth-ro/user-blocked");
  const others = ["/oauth/token", "/userinfo", "/dbconnections/signup", "/oauth/ro/", "/"];
  const methods = ["GET", "POST", "PUT", "PATCH", "DELETE"];
  const outcomes: Record<string, number> = {};
  const send = async (n: number): Promise<void> => {
    const isEndpoint = n % 3 === 0;
    const path = isEndpoint ? "/oauth/ro" : others[n % others.length];
    const outcome = await ask(
      `${service}${path}?n=${n}`,
      isEndpoint ? "POST" : (methods[(n >> 3) % methods.length] ?? ""),
    );
    const kind = `${isEndpoint ? "endpoint" : "other"} ${outcome}`;
    outcomes[kind] = (outcomes[kind] ?? 0) + 1;
  };
  for (let n = 0; n < 10_000; n += 100) {
    await Promise.all(Array.from({ length: 100 }, (_, index) => send(n + index)));
  }
  expect(outcomes).toEqual({ "endpoint answered 401": 3334, "other refused": 6666 });
});

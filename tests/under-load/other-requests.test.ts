import { serve, transports } from "#host";
import { mockAuth0 } from "auth0-msw";
import { afterAll, afterEach, expect, test, vi } from "vitest";
import { recordingServer } from "../helpers/recording-server.ts";
import { valid } from "../helpers/requests.ts";

// Stands for the real service.
const service = recordingServer();
await service.start();
afterAll(() => service.stop());

const auth0 = mockAuth0({ domain: service.url.slice("http://".length), otherRequests: "error" });
serve(auth0.handlers);
vi.spyOn(console, "error").mockImplementation(() => {});
afterEach(() => auth0.reset());

const paths = ["/oauth/token", "/userinfo", "/dbconnections/signup", "/oauth/ro/", "/", "/passwordless/verify?code=1"];
const methods = ["GET", "POST", "PUT", "PATCH", "DELETE"];
const stacks = Object.entries(transports).map(([name, send]) => [name, send] as const);

// Ten thousand requests.
const timeout = 300_000;

test.each(stacks)("of ten thousand mixed requests, none leaves through %s", { timeout }, async (_name, send) => {
  auth0.use("oauth-ro/user-blocked");
  const total = 10_000 / stacks.length;
  const outcomes: Record<string, number> = {};
  const ask = async (n: number): Promise<void> => {
    const isEndpoint = n % 3 === 0;
    const request = isEndpoint
      ? { ...valid("oauth-ro"), url: `${service.url}/oauth/ro` }
      : { url: service.url + paths[n % paths.length], method: methods[n % methods.length] ?? "GET" };
    const outcome = await send(request).then(
      ({ status }) => String(status),
      () => "refused",
    );
    const kind = `${isEndpoint ? "endpoint" : "other"} ${outcome}`;
    outcomes[kind] = (outcomes[kind] ?? 0) + 1;
  };
  for (let n = 0; n < total; n += 100) {
    await Promise.all(Array.from({ length: Math.min(100, Math.ceil(total - n)) }, (_, index) => ask(n + index)));
  }
  const ofEndpoint = Math.ceil(Math.ceil(total) / 3);
  expect(outcomes).toEqual({ "endpoint 401": ofEndpoint, "other refused": Math.ceil(total) - ofEndpoint });
  expect(service.take()).toEqual([]);
});

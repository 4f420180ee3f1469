import { serve, transports } from "#host";
import { mockAuth0 } from "auth0-msw";
import { http, HttpResponse } from "msw";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { internalsOf } from "../../src/mock-auth0.ts";
import { origin, valid } from "../helpers/requests.ts";

const auth0 = mockAuth0({ otherRequests: "error" });
const cors = { "access-control-allow-origin": "*", "access-control-allow-headers": "*" };
const token = http.post(`${origin}/oauth/token`, () =>
  HttpResponse.json({ access_token: "theirs" }, { headers: cors }),
);
serve([token, ...auth0.handlers]);

const { refused } = internalsOf(auth0).session();
beforeEach(() => {
  refused.clear();
  vi.spyOn(console, "error").mockImplementation(() => {});
});
afterEach(() => {
  vi.restoreAllMocks();
  auth0.reset();
});

describe.each(Object.entries(transports))("through %s, otherRequests: error", (_name, send) => {
  test.each(["GET", "POST", "PUT", "DELETE", "PATCH"])("refuses %s of other paths of any tenant", async (method) => {
    const paths = ["/userinfo", "/oauth/ro/x", "/", "/passwordless/verify?code=123456"];
    const results = await Promise.allSettled(
      paths.map((path, n) => send({ url: `https://tenant-${n}.eu.auth0.com${path}`, method })),
    );
    expect(results.map(({ status }) => status)).toEqual(paths.map(() => "rejected"));
    expect([...refused].every((text) => text.startsWith(`${method} https://tenant-`))).toBe(true);
    expect(refused.size).toBe(paths.length);
    expect(auth0.calls()).toEqual([]);
  });

  test("still answers the endpoints, and leaves a path to a handler of the user's own", async () => {
    auth0.use("oauth-ro/user-blocked");
    expect((await send(valid("oauth-ro"))).status).toBe(401);
    expect((await send({ url: `${origin}/oauth/token`, method: "POST", body: "{}" })).body).toContain("theirs");
  });
});

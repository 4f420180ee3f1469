import { http, HttpResponse } from "msw";
import { describe, expect, test } from "vitest";
import { signIn } from "./requests.ts";
import { auth0, server } from "./set-ups/own-server.ts";

async function otherApi(): Promise<string> {
  return (await fetch("https://api.example.com/")).text();
}

// Each test that ends resets the handlers of the tests that still run.
describe.concurrent("while handlers are reset", () => {
  test.each(Array.from({ length: 50 }, (_, index) => index))("%i", async (index) => {
    auth0.use(index % 2 ? "oauth-ro/user-blocked" : "oauth-ro/access-denied");
    for (let request = 0; request <= index % 7; request += 1) {
      expect(await signIn()).toBe(index % 2 ? 401 : 403);
      expect(await otherApi()).toBe("theirs");
    }
  });
});

test("resetHandlers() keeps the active scenario", async () => {
  auth0.use("oauth-ro/user-blocked");
  server.resetHandlers();
  expect([await signIn(), await otherApi()]).toEqual([401, "theirs"]);
});

test("resetHandlers() with other handlers keeps it", async () => {
  auth0.use("oauth-ro/user-blocked");
  server.resetHandlers(http.get("https://api.example.com/", () => new HttpResponse("others")));
  expect([await signIn(), await otherApi()]).toEqual([401, "others"]);
  server.resetHandlers(http.get("https://api.example.com/", () => new HttpResponse("theirs")));
});

test("resetHandlers() in a boundary keeps it", async () => {
  auth0.use("oauth-ro/user-blocked");
  await server.boundary(async () => {
    server.use(http.get("https://api.example.com/", () => new HttpResponse("bound")));
    expect([await signIn(), await otherApi()]).toEqual([401, "bound"]);
    server.resetHandlers();
    expect([await signIn(), await otherApi()]).toEqual([401, "theirs"]);
  })();
});

test("a handler that a test adds comes first until it is reset", async () => {
  server.use(http.post("*/oauth/ro", () => new HttpResponse(null, { status: 418 })));
  expect(await signIn()).toBe(418);
  server.resetHandlers();
  expect(await signIn()).toBe(400);
});

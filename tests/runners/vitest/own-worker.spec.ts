import { http, HttpResponse } from "msw";
import { expect, test } from "vitest";
import { signIn } from "./requests.ts";
import { auth0 } from "./set-ups/own-worker.ts";
import { worker } from "./set-ups/worker.ts";

async function otherApi(): Promise<string> {
  return (await fetch("https://api.example.com/")).text();
}

test.each(["first", "second"])("both kinds of handlers answer in the %s test", async () => {
  auth0.use("oauth-ro/user-blocked");
  expect([await signIn(), await otherApi()]).toEqual([401, "theirs"]);
  worker.resetHandlers();
  expect([await signIn(), await otherApi()]).toEqual([401, "theirs"]);
});

test("a handler that a test adds comes first until it is reset", async () => {
  worker.use(http.post("*/oauth/ro", () => new HttpResponse(null, { status: 418 })));
  expect(await signIn()).toBe(418);
  worker.resetHandlers();
  expect(await signIn()).toBe(400);
});

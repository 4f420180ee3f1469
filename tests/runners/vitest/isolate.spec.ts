import { isolate } from "auth0-msw/node";
import { expect, test } from "vitest";
import { signIn } from "./requests.ts";
import { auth0 } from "./set-ups/one-line.ts";

test("an isolate in a test has a session of its own", async () => {
  auth0.use("oauth-ro/user-blocked");
  await isolate(auth0, async () => {
    auth0.use("oauth-ro/access-denied");
    expect(await signIn()).toBe(403);
  });
  expect(await signIn()).toBe(401);
  expect(auth0.calls()).toHaveLength(1);
});

test("an isolate that throws", () =>
  isolate(auth0, async () => {
    auth0.use("oauth-ro/no-response");
    signIn().catch(() => {});
    await auth0.waitForCall("oauth-ro");
    throw new Error("out of the isolate");
  }));

test("comes after an isolate that throws", async () => {
  expect(auth0.active("oauth-ro")).toBe("oauth-ro/live");
  expect(await signIn()).toBe(400);
});

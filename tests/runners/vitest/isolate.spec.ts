import { isolate } from "auth0-msw/node";
import { expect, test } from "vitest";
import { signIn } from "./requests.ts";
import { auth0 } from "./set-ups/one-line.ts";

test("isolate() in a test has its own session", async () => {
  auth0.use("oauth-ro/user-blocked");
  await isolate(auth0, async () => {
    auth0.use("oauth-ro/access-denied");
    expect(await signIn()).toBe(403);
  });
  expect(await signIn()).toBe(401);
  expect(auth0.calls()).toHaveLength(1);
});

test("isolate() that throws", () =>
  isolate(auth0, async () => {
    auth0.use("oauth-ro/no-response");
    signIn().catch(() => {});
    await auth0.waitForCall("oauth-ro");
    throw new Error("thrown in isolate()");
  }));

test("runs cleanly after isolate() that throws", async () => {
  expect(auth0.active("oauth-ro")).toBe("oauth-ro/live");
  expect(await signIn()).toBe(400);
});

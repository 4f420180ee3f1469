import { expect, test } from "vitest";
import { signIn } from "./requests.ts";
import { auth0 } from "./set-ups/one-line.ts";

const runs = { retry: 0, repeats: 0 };

test("serves two scenarios", async () => {
  auth0.use("oauth-ro/user-blocked");
  await signIn();
  auth0.use("oauth-ro/access-denied");
  await Promise.all([signIn(), signIn()]);
});

test("serves nothing", () => {
  auth0.use("oauth-ro/user-blocked");
});

test("passes on retry", { retry: 2 }, async () => {
  runs.retry += 1;
  expect(auth0.active("oauth-ro")).toBe("oauth-ro/live");
  expect(auth0.calls()).toEqual([]);
  auth0.use(runs.retry === 1 ? "oauth-ro/user-blocked" : "oauth-ro/access-denied");
  expect(await signIn()).toBe(403);
});

test("is repeated", { repeats: 2 }, async () => {
  runs.repeats += 1;
  expect(auth0.active("oauth-ro")).toBe("oauth-ro/live");
  auth0.use(
    (["oauth-ro/user-blocked", "oauth-ro/access-denied", "oauth-ro/user-blocked"] as const)[runs.repeats - 1] ??
      "oauth-ro/success",
  );
  expect(await signIn()).toBeGreaterThan(400);
});

test.fails("is expected to fail, and does", async () => {
  auth0.use("oauth-ro/password-leaked");
  expect(await signIn()).toBe(200);
});

test.fails("is expected to fail, and does not", async () => {
  auth0.use("oauth-ro/password-leaked");
  expect(await signIn()).toBe(401);
});

test("fails", async () => {
  auth0.use("oauth-ro/password-leaked");
  expect(await signIn()).toBe(200);
});

test("times out with a pending request", { timeout: 250 }, async () => {
  auth0.use("oauth-ro/no-response");
  await signIn();
});

test("runs cleanly after a time-out", async () => {
  expect(auth0.active("oauth-ro")).toBe("oauth-ro/live");
  expect(auth0.calls()).toEqual([]);
  expect(await signIn()).toBe(400);
});

let pending: Promise<string> | undefined;

test("ends with a pending request", async () => {
  auth0.use("oauth-ro/no-response");
  pending = signIn().then(String, () => "no answer");
  await auth0.waitForCall("oauth-ro");
});

test("runs cleanly after a pending request", async () => {
  expect(await pending).toBe("no answer");
});

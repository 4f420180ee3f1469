import { expect, test } from "vitest";
import { signIn } from "./requests.ts";
import { auth0 } from "./set-ups/one-line.ts";

const attempts = { retry: 0, repeats: 0 };

test("serves two answers", async () => {
  auth0.use("oauth-ro/user-blocked");
  await signIn();
  auth0.use("oauth-ro/access-denied");
  await Promise.all([signIn(), signIn()]);
});

test("serves nothing", () => {
  auth0.use("oauth-ro/user-blocked");
});

test("passes at its second attempt", { retry: 2 }, async () => {
  attempts.retry += 1;
  expect(auth0.active("oauth-ro")).toBe("oauth-ro/live");
  expect(auth0.calls()).toEqual([]);
  auth0.use(attempts.retry === 1 ? "oauth-ro/user-blocked" : "oauth-ro/access-denied");
  expect(await signIn()).toBe(403);
});

test("is repeated", { repeats: 2 }, async () => {
  attempts.repeats += 1;
  expect(auth0.active("oauth-ro")).toBe("oauth-ro/live");
  auth0.use(
    (["oauth-ro/user-blocked", "oauth-ro/access-denied", "oauth-ro/user-blocked"] as const)[attempts.repeats - 1] ??
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

test("times out while no answer comes", { timeout: 250 }, async () => {
  auth0.use("oauth-ro/no-response");
  await signIn();
});

test("comes after one that timed out", async () => {
  expect(auth0.active("oauth-ro")).toBe("oauth-ro/live");
  expect(auth0.calls()).toEqual([]);
  expect(await signIn()).toBe(400);
});

let pending: Promise<string> | undefined;

test("ends while no answer comes", async () => {
  auth0.use("oauth-ro/no-response");
  pending = signIn().then(String, () => "no answer");
  await auth0.waitForCall("oauth-ro");
});

test("comes after one that ended while no answer came", async () => {
  expect(await pending).toBe("no answer");
});

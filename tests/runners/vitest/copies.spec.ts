import { expect, test, vi } from "vitest";
import { signIn } from "./requests.ts";
import { auth0 } from "./set-ups/one-line.ts";

const before = await import("auth0-msw/node");

test.each(["first", "second"])(
  "a copy from a reset module registry isolates the same mock, in the %s test",
  async () => {
    expect(auth0.active("oauth-ro")).toBe("oauth-ro/live");
    vi.resetModules();
    const { isolate } = await import("auth0-msw/node");
    expect(isolate).not.toBe(before.isolate);

    auth0.use("oauth-ro/user-blocked");
    await isolate(auth0, async () => {
      expect(await signIn()).toBe(401);
      auth0.use("oauth-ro/access-denied");
      await before.isolate(auth0, async () => {
        auth0.use("oauth-ro/too-many-logins");
        expect(await signIn()).toBe(429);
        expect(auth0.calls()).toHaveLength(1);
      });
      expect(await signIn()).toBe(403);
      expect(auth0).toHaveAnswered("oauth-ro/access-denied");
      expect(auth0.calls()).toHaveLength(2);
    });
    expect(await signIn()).toBe(401);
    expect(auth0.calls()).toHaveLength(1);
  },
);

test.concurrent.each([1, 2, 3, 4, 5, 6])("copies isolate at once: %i", async (n) => {
  vi.resetModules();
  const { isolate } = await import("auth0-msw/node");
  await isolate(auth0, async () => {
    const [id, status] = n % 2 ? (["oauth-ro/user-blocked", 401] as const) : (["oauth-ro/access-denied", 403] as const);
    auth0.use(id);
    expect([await signIn(), await signIn(), await signIn()]).toEqual([status, status, status]);
  });
  expect(auth0.calls()).toEqual([]);
});

test("a set-up file that is loaded again returns the same mock", async () => {
  auth0.use("oauth-ro/user-blocked");
  vi.resetModules();
  const again = await import("./set-ups/one-line.ts");
  expect(again.auth0).toBe(auth0);
  expect(again.auth0.active("oauth-ro")).toBe("oauth-ro/user-blocked");
  expect(await signIn()).toBe(401);
  expect(again.auth0).toHaveAnswered("oauth-ro/user-blocked");
});

test("the test after that has a fresh session", async () => {
  expect(auth0.active("oauth-ro")).toBe("oauth-ro/live");
  expect(await signIn()).toBe(400);
});

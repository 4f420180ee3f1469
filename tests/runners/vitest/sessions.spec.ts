import { afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { signIn } from "./requests.ts";
import { auth0 } from "./set-ups/one-line.ts";

declare module "vitest" {
  interface TaskMeta {
    /** A number that the test reports. */
    count?: number;
  }
}

// Like a client that is imported before any hook runs.
const { fetch: storedFetch } = globalThis;
let maxRunning = 0;
const isBrowser = "serviceWorker" in navigator;

test("works with a one-line set-up", async () => {
  auth0.use("oauth-ro/user-blocked");
  expect(await signIn()).toBe(401);
  expect(auth0).toHaveAnswered("oauth-ro/user-blocked");
});

test("the next test has a fresh session", async () => {
  expect(auth0.active("oauth-ro")).toBe("oauth-ro/live");
  expect(auth0.calls()).toEqual([]);
  expect(await signIn()).toBe(400);
});

test("mocks a client that stored fetch at import", async () => {
  auth0.use("oauth-ro/user-blocked");
  expect((await storedFetch("https://demo.auth0.com/oauth/ro", { method: "POST" })).status).toBe(401);
  expect(auth0).toHaveAnswered("oauth-ro/user-blocked");
});

test("passes other requests through", async () => {
  const response = await fetch(import.meta.env["LOOPBACK"] as string);
  expect(await response.text()).toBe("from the real server");
  expect(auth0.calls()).toEqual([]);
});

test("reset() aborts a pending request", async () => {
  auth0.use("oauth-ro/user-blocked", { delay: "infinite" });
  const pending = expect(signIn()).rejects.toThrow();
  await auth0.waitForCall("oauth-ro");
  auth0.reset();
  await pending;
  expect(await signIn()).toBe(400);
});

describe("hooks", () => {
  const seen: string[] = [];
  beforeEach(() => auth0.use("oauth-ro/too-many-logins"));
  afterEach(() => {
    seen.push(auth0.active("oauth-ro"));
  });

  test("beforeEach shares the session of its test", async () => {
    expect(await signIn()).toBe(429);
    auth0.use("oauth-ro/access-denied");
  });

  test("afterEach shares the session of its test", () => {
    expect(seen).toEqual(["oauth-ro/access-denied"]);
  });
});

describe.concurrent("concurrent", () => {
  const ids = auth0.failures("oauth-ro").map(({ id }) => id);
  let running = 0;

  test.each(Array.from({ length: isBrowser ? 20 : 200 }, (_, index) => index))("%i", async (index) => {
    running += 1;
    maxRunning = Math.max(maxRunning, running);
    const id = ids[index % ids.length] ?? "oauth-ro/success";
    auth0.use(id);
    for (let request = 0; request < 5; request += 1) await signIn();
    expect(auth0.calls().map(({ scenario }) => scenario)).toEqual(Array(5).fill(id));
    running -= 1;
  });

  describe.concurrent.each(["one group", "another group"])("%s", () => {
    test.each([1, 2, 3, 4, 5, 6])("%i", async () => {
      auth0.once("oauth-ro/user-blocked");
      expect([await signIn(), await signIn()]).toEqual([401, 400]);
    });
  });
});

test("reports how many ran at once", ({ task }) => {
  task.meta.count = maxRunning;
});

describe("beforeAll", () => {
  beforeAll(() => auth0.use("oauth-ro/password-leaked"));

  test.each(["first", "second"])("is the starting point of the %s test", async () => {
    expect(auth0.active("oauth-ro")).toBe("oauth-ro/password-leaked");
    auth0.reset();
    expect(auth0.active("oauth-ro")).toBe("oauth-ro/password-leaked");
    auth0.use("oauth-ro/live");
    expect(await signIn()).toBe(400);
  });
});

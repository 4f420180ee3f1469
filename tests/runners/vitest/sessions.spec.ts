import { afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { signIn } from "./requests.ts";
import { auth0 } from "./set-ups/one-line.ts";

declare module "vitest" {
  interface TaskMeta {
    /** What the test has counted. */
    count?: number;
  }
}

// As a client does that is imported before any hook runs.
const { fetch: taken } = globalThis;
let atOnce = 0;
const isBrowser = "serviceWorker" in navigator;

test("one line is all", async () => {
  auth0.use("oauth-ro/user-blocked");
  expect(await signIn()).toBe(401);
  expect(auth0).toHaveAnswered("oauth-ro/user-blocked");
});

test("the next test begins anew", async () => {
  expect(auth0.active("oauth-ro")).toBe("oauth-ro/live");
  expect(auth0.calls()).toEqual([]);
  expect(await signIn()).toBe(400);
});

test("a client that took fetch when it was imported is answered", async () => {
  auth0.use("oauth-ro/user-blocked");
  expect((await taken("https://demo.auth0.com/oauth/ro", { method: "POST" })).status).toBe(401);
  expect(auth0).toHaveAnswered("oauth-ro/user-blocked");
});

test("other requests are left alone", async () => {
  const response = await fetch(import.meta.env["LOOPBACK"] as string);
  expect(await response.text()).toBe("from the real server");
  expect(auth0.calls()).toEqual([]);
});

test("a reset in the middle of a request ends it", async () => {
  auth0.use("oauth-ro/user-blocked", { delay: "infinite" });
  const pending = expect(signIn()).rejects.toThrow();
  await auth0.waitForCall("oauth-ro");
  auth0.reset();
  await pending;
  expect(await signIn()).toBe(400);
});

describe("hooks", () => {
  const left: string[] = [];
  beforeEach(() => auth0.use("oauth-ro/too-many-logins"));
  afterEach(() => {
    left.push(auth0.active("oauth-ro"));
  });

  test("before a test share its session", async () => {
    expect(await signIn()).toBe(429);
    auth0.use("oauth-ro/access-denied");
  });

  test("after a test share its session", () => {
    expect(left).toEqual(["oauth-ro/access-denied"]);
  });
});

describe.concurrent("at once", () => {
  const ids = auth0.failures("oauth-ro").map(({ id }) => id);
  let running = 0;

  test.each(Array.from({ length: isBrowser ? 20 : 200 }, (_, index) => index))("%i", async (index) => {
    running += 1;
    atOnce = Math.max(atOnce, running);
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

test("counts those at once", ({ task }) => {
  task.meta.count = atOnce;
});

describe("beforeAll", () => {
  beforeAll(() => auth0.use("oauth-ro/password-leaked"));

  test.each(["first", "second"])("is where the %s test begins", async () => {
    expect(auth0.active("oauth-ro")).toBe("oauth-ro/password-leaked");
    auth0.reset();
    expect(auth0.active("oauth-ro")).toBe("oauth-ro/password-leaked");
    auth0.use("oauth-ro/live");
    expect(await signIn()).toBe(400);
  });
});

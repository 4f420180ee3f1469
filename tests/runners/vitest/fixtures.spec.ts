/* oxlint-disable vitest/no-standalone-expect -- It does not know extended tests. */
import * as vitest from "vitest";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { signIn } from "./requests.ts";
import { auth0 } from "./set-ups/one-line.ts";

/** What a fixture or hook has seen, each by its own name. */
const seen: Record<string, readonly string[]> = {};

const ids = () => auth0.calls().map(({ scenario }) => scenario);
const blocked = "oauth-ro/user-blocked";
const denied = "oauth-ro/access-denied";

interface Fixtures {
  switched: string;
  optional: string;
}

const failures = auth0.failures("oauth-ro").map(({ id }) => id);

const extended = test.extend<Fixtures>({
  switched: [
    async ({ task }, use) => {
      const id = failures[Number(/\d+$/.exec(task.name)?.[0] ?? 0) % failures.length] ?? blocked;
      const told: string[] = [];
      auth0.subscribe((event) => event.type === "call" && told.push(event.call.scenario));
      auth0.use(id);
      await use(id);
      seen[task.name] = [...told, "calls:", ...ids(), "still answers:", String(await signIn())];
    },
    { auto: true },
  ],
  optional: async ({ task }, use) => {
    auth0.once(denied);
    await use(denied);
    seen[`${task.name}, optional`] = ids();
  },
});

const shared = test.extend<Shared>({
  ofFile: [
    // oxlint-disable-next-line no-empty-pattern -- Vitest wants one
    async ({}, use) => {
      auth0.use(denied);
      await use("of the file");
    },
    { scope: "file" },
  ],
  ofWorker: [
    // oxlint-disable-next-line no-empty-pattern -- Vitest wants one
    async ({}, use) => {
      auth0.use("passwordless-start/user-blocked");
      await use("of the worker");
    },
    { scope: "worker" },
  ],
});

describe("automatic fixtures", () => {
  extended("switch for their test", async ({ switched }) => {
    expect(auth0.active("oauth-ro")).toBe(switched);
    await signIn();
    expect(ids()).toEqual([switched]);
  });

  test("see the calls of their test, while they are set up and torn down", () => {
    const [id] = failures;
    expect(seen["switch for their test"]).toEqual([id, "calls:", id, "still answers:", expect.any(String)]);
  });

  test("leave nothing to the next test", async () => {
    expect(auth0.active("oauth-ro")).toBe("oauth-ro/live");
    expect(await signIn()).toBe(400);
  });

  extended("hold beside others, which are set up when they are used", async ({ optional }) => {
    expect([auth0.active("oauth-ro"), optional]).toEqual([denied, denied]);
    await signIn();
    await signIn();
    expect(ids()).toEqual([denied, failures[0]]);
  });

  test("those others see the calls of their test, too", () => {
    expect(seen["hold beside others, which are set up when they are used, optional"]).toEqual([denied, failures[0]]);
  });

  let attempts = 0;

  // Of the group: Vitest 3 does not retry an extended test for its own options.
  describe("begin again", { retry: 2 }, () => {
    extended("with each attempt", async ({ switched }) => {
      attempts += 1;
      expect(ids()).toEqual([]);
      expect(auth0.active("oauth-ro")).toBe(switched);
      auth0.use(denied);
      await signIn();
      expect(attempts).toBe(3);
    });
  });

  describe.concurrent("of tests at once", () => {
    extended.for(Array.from({ length: 40 }, (_, index) => index))("switch for test %i", async (_, { switched }) => {
      for (let request = 0; request < 3; request += 1) await signIn();
      expect(ids()).toEqual(Array(3).fill(switched));
    });
  });

  test("of tests at once saw the calls of their test", () => {
    const all = Array.from({ length: 40 }, (_, index) => seen[`switch for test ${index}`]);
    const right = Array.from({ length: 40 }, (_, index) => {
      const three = Array(3).fill(failures[index % failures.length]) as string[];
      return [...three, "calls:", ...three, "still answers:", expect.any(String)];
    });
    expect(all).toEqual(right);
  });
});

interface Shared {
  ofFile: string;
  ofWorker: string;
}

describe("fixtures of a file or a worker", () => {
  const began: string[] = [];
  const note = (name: string) => began.push(`${name}: ${auth0.active("oauth-ro")}, ${auth0.calls().length}`);

  shared("are set up when the first test needs them, before it begins", async ({ ofFile }) => {
    expect(ofFile).toBe("of the file");
    expect(auth0.active("oauth-ro")).toBe(denied);
    auth0.use(blocked);
    expect(await signIn()).toBe(401);
    note("ofFile");
  });

  test("hold for the tests after it", async () => {
    expect(auth0.active("oauth-ro")).toBe(denied);
    expect(await signIn()).toBe(403);
    expect(began).toEqual([`ofFile: ${blocked}, 1`]);
  });

  describe.concurrent("of tests at once", () => {
    shared.for([1, 2, 3, 4])("hold for each: %i", async (n, { ofFile, ofWorker }) => {
      expect([ofFile, ofWorker]).toEqual(["of the file", "of the worker"]);
      expect(auth0.active("passwordless-start")).toBe("passwordless-start/user-blocked");
      if (n % 2) auth0.use(blocked);
      expect(await signIn()).toBe(n % 2 ? 401 : 403);
    });
  });

  afterAll(() => {
    auth0.reset();
  });
});

describe("code around a test", () => {
  const order: string[] = [];
  const note = (name: string) => order.push(`${name}: ${auth0.active("oauth-ro")}, ${auth0.calls().length}`);

  beforeEach(() => {
    auth0.use(blocked);
    return () => {
      note("clean-up");
    };
  });
  afterEach(() => {
    note("afterEach");
  });

  test.fails("is in its session, to the last callback", async ({ onTestFailed, onTestFinished }) => {
    onTestFailed(() => {
      note("onTestFailed");
    });
    onTestFinished(() => {
      note("onTestFinished");
    });
    expect(await signIn()).toBe(200);
  });

  describe("after a test that failed", () => {
    let before: string | undefined;
    beforeAll(() => {
      before = auth0.active("oauth-ro");
    });

    test("beforeAll is outside of tests", () => {
      expect(before).toBe("oauth-ro/live");
    });
  });

  test("was in its session, to the last callback", () => {
    const names = ["afterEach", "clean-up", "onTestFinished", "onTestFailed"];
    expect(order.slice(0, 4)).toEqual(names.map((name) => `${name}: ${blocked}, 1`));
  });
});

// Vitest has it from 4.1 on.
const { aroundEach }: { readonly aroundEach?: typeof vitest.aroundEach } = vitest;

describe.skipIf(!aroundEach)("aroundEach", () => {
  const outside: string[] = [];

  describe("of the user", () => {
    aroundEach?.(async (runTest) => {
      expect(auth0.active("oauth-ro")).not.toBe("oauth-ro/live");
      auth0.use(denied);
      await runTest();
      seen["aroundEach"] = ids();
    });

    extended("runs in the session of its test", async () => {
      expect(await signIn()).toBe(403);
    });

    afterAll(() => {
      outside.push(auth0.active("oauth-ro"), ...ids());
    });
  });

  test("has its fixtures torn down in the session of its test", () => {
    expect(seen["aroundEach"]).toEqual([denied]);
    expect(seen["runs in the session of its test"]).toEqual([denied, "calls:", denied, "still answers:", "403"]);
  });

  test("is over when afterAll runs", () => {
    expect(outside).toEqual(["oauth-ro/live"]);
  });
});

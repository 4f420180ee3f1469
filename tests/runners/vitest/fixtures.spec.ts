/* oxlint-disable vitest/no-standalone-expect -- The rule does not know extended tests. */
import * as vitest from "vitest";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { signIn } from "./requests.ts";
import { auth0 } from "./set-ups/one-line.ts";

/** What each fixture or hook saw, by its name. */
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
      const events: string[] = [];
      auth0.subscribe((event) => event.type === "call" && events.push(event.call.scenario));
      auth0.use(id);
      await use(id);
      seen[task.name] = [...events, "calls:", ...ids(), "still answers:", String(await signIn())];
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
    // oxlint-disable-next-line no-empty-pattern -- Vitest requires a pattern
    async ({}, use) => {
      auth0.use(denied);
      await use("of the file");
    },
    { scope: "file" },
  ],
  ofWorker: [
    // oxlint-disable-next-line no-empty-pattern -- Vitest requires a pattern
    async ({}, use) => {
      auth0.use("passwordless-start/user-blocked");
      await use("of the worker");
    },
    { scope: "worker" },
  ],
});

describe("automatic fixtures", () => {
  extended("switch the scenario for their test", async ({ switched }) => {
    expect(auth0.active("oauth-ro")).toBe(switched);
    await signIn();
    expect(ids()).toEqual([switched]);
  });

  test("see the calls of their test, in set-up and teardown", () => {
    const [id] = failures;
    expect(seen["switch the scenario for their test"]).toEqual([
      id,
      "calls:",
      id,
      "still answers:",
      expect.any(String),
    ]);
  });

  test("do not affect the next test", async () => {
    expect(auth0.active("oauth-ro")).toBe("oauth-ro/live");
    expect(await signIn()).toBe(400);
  });

  extended("work together with fixtures that are set up on use", async ({ optional }) => {
    expect([auth0.active("oauth-ro"), optional]).toEqual([denied, denied]);
    await signIn();
    await signIn();
    expect(ids()).toEqual([denied, failures[0]]);
  });

  test("fixtures that are set up on use see the calls of their test", () => {
    expect(seen["work together with fixtures that are set up on use, optional"]).toEqual([denied, failures[0]]);
  });

  let runs = 0;

  // On the group: Vitest 3 ignores the retry option of an extended test.
  describe("run again", { retry: 2 }, () => {
    extended("with each retry", async ({ switched }) => {
      runs += 1;
      expect(ids()).toEqual([]);
      expect(auth0.active("oauth-ro")).toBe(switched);
      auth0.use(denied);
      await signIn();
      expect(runs).toBe(3);
    });
  });

  describe.concurrent("in concurrent tests", () => {
    extended.for(Array.from({ length: 40 }, (_, index) => index))("switch for test %i", async (_, { switched }) => {
      for (let request = 0; request < 3; request += 1) await signIn();
      expect(ids()).toEqual(Array(3).fill(switched));
    });
  });

  test("saw the calls of their test in concurrent tests", () => {
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

describe("fixtures with file or worker scope", () => {
  const began: string[] = [];
  const note = (name: string) => began.push(`${name}: ${auth0.active("oauth-ro")}, ${auth0.calls().length}`);

  shared("are set up before the first test that needs them", async ({ ofFile }) => {
    expect(ofFile).toBe("of the file");
    expect(auth0.active("oauth-ro")).toBe(denied);
    auth0.use(blocked);
    expect(await signIn()).toBe(401);
    note("ofFile");
  });

  test("stay in effect for the tests after it", async () => {
    expect(auth0.active("oauth-ro")).toBe(denied);
    expect(await signIn()).toBe(403);
    expect(began).toEqual([`ofFile: ${blocked}, 1`]);
  });

  describe.concurrent("in concurrent tests", () => {
    shared.for([1, 2, 3, 4])("apply to each: %i", async (n, { ofFile, ofWorker }) => {
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

  test.fails("runs in its session, up to the last callback", async ({ onTestFailed, onTestFinished }) => {
    onTestFailed(() => {
      note("onTestFailed");
    });
    onTestFinished(() => {
      note("onTestFinished");
    });
    expect(await signIn()).toBe(200);
  });

  describe("after a failed test", () => {
    let before: string | undefined;
    beforeAll(() => {
      before = auth0.active("oauth-ro");
    });

    test("beforeAll runs outside of test sessions", () => {
      expect(before).toBe("oauth-ro/live");
    });
  });

  test("ran in its session, up to the last callback", () => {
    const names = ["afterEach", "clean-up", "onTestFinished", "onTestFailed"];
    expect(order.slice(0, 4)).toEqual(names.map((name) => `${name}: ${blocked}, 1`));
  });
});

// Vitest 4.1 and later.
const { aroundEach }: { readonly aroundEach?: typeof vitest.aroundEach } = vitest;

describe.skipIf(!aroundEach)("aroundEach", () => {
  const outside: string[] = [];

  describe("in user code", () => {
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

  test("tears fixtures down in the session of its test", () => {
    expect(seen["aroundEach"]).toEqual([denied]);
    expect(seen["runs in the session of its test"]).toEqual([denied, "calls:", denied, "still answers:", "403"]);
  });

  test("ends before afterAll runs", () => {
    expect(outside).toEqual(["oauth-ro/live"]);
  });
});

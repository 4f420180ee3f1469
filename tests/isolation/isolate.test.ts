import { serve, transports } from "#host";
import { mockAuth0 } from "auth0-msw";
import { isolate } from "auth0-msw/node";
import { afterEach, describe, expect, test } from "vitest";
import { json, valid } from "../helpers/requests.ts";

const auth0 = mockAuth0();
const other = mockAuth0({ domain: "other.eu.auth0.com" });
serve([...other.handlers, ...auth0.handlers]);
afterEach(() => {
  auth0.reset();
  other.reset();
});

describe.each(Object.entries(transports))("through %s", (_name, send) => {
  test("an isolate starts with the outer scenarios, and a reset restores them", async () => {
    auth0.use("oauth-ro/user-blocked");
    await isolate(auth0, async () => {
      expect(auth0.active("oauth-ro")).toBe("oauth-ro/user-blocked");
      auth0.use("oauth-ro/access-denied");
      await isolate(auth0, async () => {
        auth0.once("oauth-ro/too-many-logins");
        expect((await send(valid("oauth-ro"))).status).toBe(429);
        expect((await send(valid("oauth-ro"))).status).toBe(403);
      });
      expect(auth0.calls()).toEqual([]);
      auth0.reset();
      expect((await send(valid("oauth-ro"))).status).toBe(401);
    });
    expect(auth0.active("oauth-ro")).toBe("oauth-ro/user-blocked");
  });

  test("an isolate has its own tenant, inbox and generated data", async () => {
    const start = () =>
      isolate(auth0, async () => {
        await send(valid("passwordless-start"));
        const code = auth0.inbox.latest()?.code;
        const signedIn = await send(valid("oauth-ro", { connection: "email", password: code }));
        expect(signedIn.status).toBe(200);
        return { code, token: json(signedIn)["access_token"] };
      });
    const [one, two] = await Promise.all([start(), start()]);
    expect(one).toEqual(two);
    expect(auth0.inbox.latest()).toBeUndefined();
  });

  test("an error in the isolate is passed on, and pending requests end", async () => {
    let pending: Promise<unknown> = Promise.resolve();
    const run = isolate(auth0, async () => {
      auth0.use("oauth-ro/no-response");
      pending = expect(send(valid("oauth-ro"))).rejects.toThrow();
      await auth0.waitForCall("oauth-ro");
      throw new Error("from the isolate");
    });
    await expect(run).rejects.toThrow("from the isolate");
    await pending;
    expect((await send(valid("oauth-ro"))).status).toBe(200);
  });

  test("a reset ends only the pending requests of its own isolate", async () => {
    auth0.use("oauth-ro/access-denied");
    const { promise: otherHasReset, resolve } = Promise.withResolvers<void>();
    const kept = isolate(auth0, async () => {
      auth0.use("oauth-ro/user-blocked", { delay: "infinite" });
      const pending = send(valid("oauth-ro"));
      await auth0.waitForCall("oauth-ro");
      await otherHasReset;
      expect(auth0.calls()).toHaveLength(1);
      auth0.use("oauth-ro/live");
      expect((await pending).status).toBe(401);
    });
    await isolate(auth0, async () => {
      auth0.use("oauth-ro/too-many-logins", { delay: "infinite" });
      const pending = expect(send(valid("oauth-ro"))).rejects.toThrow();
      await auth0.waitForCall("oauth-ro");
      auth0.reset();
      await pending;
      expect((await send(valid("oauth-ro"))).status).toBe(403);
      expect(auth0.calls()).toHaveLength(1);
    });
    resolve();
    await kept;
  });

  test("a request that outlives its isolate does not affect the outer session", async () => {
    const unfinished = await isolate(auth0, () => ({ answer: Promise.allSettled([send(valid("oauth-ro"))]) }));
    auth0.once("oauth-ro/too-many-logins");
    await unfinished.answer;
    expect(auth0.calls()).toEqual([]);
    expect((await send(valid("oauth-ro"))).status).toBe(429);
  });

  test("each mock has its own isolate, also inside the isolate of another mock", async () => {
    const atOther = { ...valid("oauth-ro"), url: "https://other.eu.auth0.com/oauth/ro" };
    const statuses = async () => [(await send(valid("oauth-ro"))).status, (await send(atOther)).status];
    await isolate(auth0, async () => {
      auth0.use("oauth-ro/user-blocked");
      await isolate(other, async () => {
        other.use("oauth-ro/access-denied");
        await isolate(auth0, async () => {
          auth0.use("oauth-ro/too-many-logins");
          expect(await statuses()).toEqual([429, 403]);
        });
        expect(await statuses()).toEqual([401, 403]);
      });
      expect(await statuses()).toEqual([401, 200]);
      expect(auth0.calls()).toHaveLength(2);
    });
    expect(await statuses()).toEqual([200, 200]);
    expect([auth0.calls().length, other.calls().length]).toEqual([1, 2]);
  });
});

test("an isolate starts with a copy of the outer one-shots", async () => {
  auth0.once("oauth-ro/too-many-logins");
  auth0.once("oauth-ro/access-denied");
  const send = Object.values(transports)[0] ?? expect.fail("No transport.");
  const statuses = async () => [
    (await send(valid("oauth-ro"))).status,
    (await send(valid("oauth-ro"))).status,
    (await send(valid("oauth-ro"))).status,
  ];
  expect(await isolate(auth0, statuses)).toEqual([429, 403, 200]);
  expect(await isolate(auth0, statuses)).toEqual([429, 403, 200]);
  expect(auth0.active("oauth-ro")).toBe("oauth-ro/too-many-logins");
  expect(await statuses()).toEqual([429, 403, 200]);
});

test("rejects an argument that is not a mock", async () => {
  await expect(isolate({}, () => undefined)).rejects.toThrow("Expected the object that mockAuth0() returns.");
});

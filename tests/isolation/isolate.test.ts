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
  test("an isolate begins with the switches around it, and a reset comes back to them", async () => {
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

  test("tenant, inbox and generated data are the isolate's own", async () => {
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

  test("what runs in the isolate throws through it, and what is pending ends", async () => {
    let pending: Promise<unknown> = Promise.resolve();
    const run = isolate(auth0, async () => {
      auth0.use("oauth-ro/no-response");
      pending = expect(send(valid("oauth-ro"))).rejects.toThrow();
      await auth0.waitForCall("oauth-ro");
      throw new Error("out of the isolate");
    });
    await expect(run).rejects.toThrow("out of the isolate");
    await pending;
    expect((await send(valid("oauth-ro"))).status).toBe(200);
  });

  test("a reset ends what is pending in its own isolate alone", async () => {
    auth0.use("oauth-ro/access-denied");
    const { promise: neighbourHasReset, resolve } = Promise.withResolvers<void>();
    const kept = isolate(auth0, async () => {
      auth0.use("oauth-ro/user-blocked", { delay: "infinite" });
      const pending = send(valid("oauth-ro"));
      await auth0.waitForCall("oauth-ro");
      await neighbourHasReset;
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

  test("what is still on its way when its isolate is left touches nothing around it", async () => {
    const onItsWay = await isolate(auth0, () => ({ answer: Promise.allSettled([send(valid("oauth-ro"))]) }));
    auth0.once("oauth-ro/too-many-logins");
    await onItsWay.answer;
    expect(auth0.calls()).toEqual([]);
    expect((await send(valid("oauth-ro"))).status).toBe(429);
  });

  test("each mock is isolated by itself, also inside another's isolate", async () => {
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

test("an isolate begins with the one-shots around it, and using them up leaves those", async () => {
  auth0.once("oauth-ro/too-many-logins");
  auth0.once("oauth-ro/access-denied");
  const send = Object.values(transports)[0] ?? expect.fail("There is a way to send.");
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

test("what is no mock is refused", async () => {
  await expect(isolate({}, () => undefined)).rejects.toThrow("Expected what mockAuth0() returns.");
});

import { serve, transports } from "#host";
import { mockAuth0 } from "auth0-msw";
import { isolate } from "auth0-msw/node";
import { afterEach, describe, expect, test } from "vitest";
import { json, valid } from "../requests.ts";

const auth0 = mockAuth0();
serve(auth0.handlers);
afterEach(() => auth0.reset());

const names = ["user-blocked", "access-denied", "too-many-logins", "connection-not-found", "invalid-client"] as const;
const texts = new Map(auth0.failures("oauth-ro").map(({ id, body }) => [id, body]));

describe.each(Object.entries(transports))("through %s", (name, send) => {
  // The other stacks take ten times as long: an XHR of a DOM in Node asks for permission each time, for one.
  const isolates = name === "fetch" && !("XMLHttpRequest" in globalThis) ? 1000 : 100;

  test(`${isolates} isolates of ten requests each, all at once, none wrong`, async () => {
    auth0.use("oauth-ro/wrong-password");
    const wrong: string[] = [];
    const each = (index: number) =>
      isolate(auth0, async () => {
        const id = `oauth-ro/${names[index % names.length] ?? "success"}` as const;
        auth0.use(id);
        for (let request = 0; request < 10; request += 1) {
          const { body } = await send(valid("oauth-ro"));
          if (body !== texts.get(id)) wrong.push(`${id}: ${body}`);
        }
        const calls = auth0.calls();
        if (calls.length !== 10 || calls.some((call) => call.scenario !== id))
          wrong.push(`${id}: ${calls.length} calls`);
      });
    await Promise.all(Array.from({ length: isolates }, (_, index) => each(index)));
    expect(wrong).toEqual([]);
    expect(auth0.calls()).toEqual([]);
    expect(auth0.active("oauth-ro")).toBe("oauth-ro/wrong-password");
  });

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

  test("the tag that names the isolate is not seen", async () => {
    await isolate(auth0, async () => {
      await send(valid("oauth-ro"));
      expect([...(auth0.calls()[0]?.request.headers.keys() ?? [])].join()).not.toContain("auth0-msw");
    });
  });
});

test("what is no mock is refused", async () => {
  await expect(isolate({}, () => undefined)).rejects.toThrow(
    "Expected what mockAuth0() returns, from the same copy of auth0-msw.",
  );
});

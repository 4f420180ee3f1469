import { transports, serve } from "#host";
import { mockAuth0 } from "auth0-msw";
import { afterEach, describe, expect, test } from "vitest";
import { json, post, valid } from "../helpers/requests.ts";

const auth0 = mockAuth0();
serve(auth0.handlers);
afterEach(() => auth0.reset());

const secrets = { password: "correct-horse-battery", client_secret: "demo-secret" };

describe.each(Object.entries(transports))("through %s", (_name, send) => {
  test("a call has its request, its response and the reason", async () => {
    const before = Date.now();
    const answer = await send(valid("oauth-ro", secrets));
    await send(valid("passwordless-start"));
    const calls = auth0.calls();
    expect(calls.map(({ n, endpoint, scenario, reason }) => ({ n, endpoint, scenario, reason }))).toEqual([
      { n: 1, endpoint: "oauth-ro", scenario: "oauth-ro/success", reason: "ada@example.com signed in" },
      {
        n: 2,
        endpoint: "passwordless-start",
        scenario: "passwordless-start/success",
        reason: "sent to ada@example.com",
      },
    ]);
    const [call] = calls;
    expect(call?.at).toBeGreaterThanOrEqual(before);
    expect(call?.request.method).toBe("POST");
    expect(call?.request.url).toBe("https://demo.eu.auth0.com/oauth/ro");
    expect(await call?.request.json()).toMatchObject(secrets);
    expect(call?.response?.status).toBe(200);
    expect(await call?.response?.json()).toEqual(json(answer));
  });

  test("secrets are masked when a call is shown, printed or serialized", async () => {
    const answer = json(
      await send(valid("oauth-ro", { ...secrets, scope: "openid offline_access", device: "my-phone" })),
    );
    const start = await send(valid("passwordless-start", { client_secret: "demo-secret" }));
    const code = auth0.inbox.latest()?.code;
    await send(valid("oauth-ro", { connection: "email", password: code }));
    expect(start.status).toBe(200);

    expect(auth0.calls("oauth-ro")[0]?.body).toMatchObject({
      username: "ada@example.com",
      password: "[masked]",
      client_secret: "[masked]",
    });
    const shown = [JSON.stringify(auth0.calls()), ...auth0.calls().map((call) => JSON.stringify(call.body))].join();
    const hidden = [
      ...Object.values(secrets),
      answer["access_token"],
      answer["id_token"],
      answer["refresh_token"],
      code,
    ];
    for (const secret of hidden) {
      expect(secret).toEqual(expect.any(String));
      expect(shown).not.toContain(secret);
    }
  });

  test("a body that cannot be parsed is not shown", async () => {
    await send(post("oauth-ro", '{"password":"correct-horse-battery"'));
    expect(auth0.calls()[0]?.body).toBe("[35 characters that are not a JSON object]");
  });

  test("waitForCall returns each call once, past or future", async () => {
    await send(valid("oauth-ro"));
    const later = auth0.waitForCall("oauth-ro").then(() => auth0.waitForCall("oauth-ro"));
    await send(valid("oauth-ro", { password: "nope" }));
    expect((await later).scenario).toBe("oauth-ro/wrong-password");
  });

  test("waitForCall reports the other calls when it times out", async () => {
    await expect(auth0.waitForCall("oauth-ro", { timeout: 1 })).rejects.toThrow(
      "No call to oauth-ro within 1 ms. Nothing was called. Check that the request is sent and that the handlers are registered.",
    );
    await send(valid("passwordless-start"));
    await expect(auth0.waitForCall("oauth-ro", { timeout: 1 })).rejects.toThrow(
      "No call to oauth-ro within 1 ms. Called so far: passwordless-start (passwordless-start/success: sent to ada@example.com).",
    );
  });

  test("the stack of a waitForCall error starts at the line that waits", async () => {
    const late = auth0.waitForCall("oauth-ro", { timeout: 1 });
    await expect(late).rejects.toHaveProperty("stack", expect.stringMatching(/^[^\n]*\n[^\n]*calls\.test\.ts/));
    const ended = auth0.waitForCall("oauth-ro");
    auth0.reset();
    await expect(ended).rejects.toHaveProperty("stack", expect.stringMatching(/^[^\n]*\n[^\n]*calls\.test\.ts/));
  });

  test("a reset rejects waitForCall", async () => {
    const waiting = expect(auth0.waitForCall("oauth-ro")).rejects.toThrow("the session was reset");
    auth0.reset();
    await waiting;
  });
});

import { transports, serve } from "#host";
import { mockAuth0, type SessionEvent } from "auth0-msw";
import { afterEach, describe, expect, test } from "vitest";
import { json, origin, post, valid } from "../helpers/requests.ts";

const auth0 = mockAuth0({
  scenarios: {
    "oauth-ro": {
      maintenance: { status: 503, error: "maintenance", description: "Back at {time}", params: { time: "noon" } },
    },
  },
});
serve(auth0.handlers);
afterEach(() => auth0.reset());

describe.each(Object.entries(transports))("through %s", (_name, send) => {
  const signIn = async () => (await send(valid("oauth-ro"))).status;
  const start = async () => (await send(valid("passwordless-start"))).status;

  test("the tenant answers when no scenario is switched on", async () => {
    expect(auth0.active("oauth-ro")).toBe("oauth-ro/live");
    expect(await signIn()).toBe(200);
  });

  test("use answers every request to its endpoint until it changes, and leaves the other endpoint", async () => {
    auth0.use("oauth-ro/user-blocked");
    expect([await signIn(), await signIn(), await start()]).toEqual([401, 401, 200]);
    auth0.use({ use: "oauth-ro/too-many-logins" });
    expect(await signIn()).toBe(429);
    auth0.use("oauth-ro/live");
    expect(await signIn()).toBe(200);
  });

  test("once answers first, in order, and each answers one request", async () => {
    auth0.use("oauth-ro/user-blocked");
    auth0.once("oauth-ro/too-many-attempts");
    auth0.once("oauth-ro/access-denied");
    expect(auth0.active("oauth-ro")).toBe("oauth-ro/too-many-attempts");
    expect([await signIn(), await signIn(), await signIn()]).toEqual([429, 403, 401]);
  });

  test("concurrent requests never share a one-shot", async () => {
    const queued = ["wrong-password", "too-many-logins", "access-denied", "connection-not-found"] as const;
    for (const name of queued) auth0.once(`oauth-ro/${name}`);
    await Promise.all(Array.from({ length: 10 }, signIn));
    const scenarios = auth0.calls("oauth-ro").map((call) => call.scenario);
    expect(scenarios.filter((id) => id !== "oauth-ro/success").toSorted()).toEqual(
      queued.map((name) => `oauth-ro/${name}`).toSorted(),
    );
  });

  test("a sequence takes its steps in order and keeps the last", async () => {
    auth0.sequence(["oauth-ro/wrong-password", { use: "oauth-ro/access-denied", delay: 1 }, "oauth-ro/success"]);
    expect([await signIn(), await signIn(), await signIn(), await signIn()]).toEqual([401, 403, 200, 200]);
    expect(auth0.calls().map((call) => call.reason)).toEqual([
      "sequence, step 1 of 3",
      "sequence, step 2 of 3",
      "sequence, step 3 of 3",
      "sequence, step 3 of 3",
    ]);
  });

  test("a sequence can cycle and can name both endpoints", async () => {
    auth0.sequence(
      [
        "oauth-ro/wrong-password",
        "passwordless-start/user-blocked",
        "oauth-ro/access-denied",
        "passwordless-start/live",
      ],
      { cycle: true },
    );
    expect([await signIn(), await signIn(), await signIn()]).toEqual([401, 403, 401]);
    expect([await start(), await start(), await start()]).toEqual([401, 200, 401]);
  });

  test("use and sequence share one slot: the later call wins", async () => {
    auth0.sequence(["oauth-ro/wrong-password", "oauth-ro/success"]);
    auth0.use("oauth-ro/access-denied");
    expect(await signIn()).toBe(403);
    auth0.sequence(["oauth-ro/wrong-password"]);
    expect(await signIn()).toBe(401);
  });

  test("the request's own scenario comes first and uses up no one-shot", async () => {
    auth0.once("oauth-ro/access-denied");
    const own = {
      ...valid("oauth-ro"),
      headers: { "content-type": "application/json", "auth0-scenario": "oauth-ro/too-many-logins" },
    };
    expect((await send(own)).status).toBe(429);
    const inUrl = { ...valid("oauth-ro"), url: `${origin}/oauth/ro?auth0-scenario=oauth-ro/user-blocked` };
    expect((await send(inUrl)).status).toBe(401);
    const live = { ...valid("oauth-ro"), url: `${origin}/oauth/ro?auth0-scenario=oauth-ro/live` };
    expect((await send(live)).status).toBe(200);
    expect(await signIn()).toBe(403);
  });

  test("a request can list scenarios of both endpoints", async () => {
    const ids = "oauth-ro/user-blocked, passwordless-start/unauthorized";
    const headers = { "content-type": "application/json", "auth0-scenario": ids };
    expect((await send({ ...valid("passwordless-start"), headers })).body).toContain("invalid_client");
    expect((await send({ ...valid("oauth-ro"), headers })).body).toContain("user is blocked");
    const other = { ...headers, "auth0-scenario": "oauth-ro/user-blocked" };
    expect((await send({ ...valid("passwordless-start"), headers: other })).status).toBe(200);
  });

  test("a request with an unknown scenario gets a 400 with the nearest name", async () => {
    auth0.once("oauth-ro/access-denied");
    const answer = await send(post("oauth-ro", {}, { "auth0-scenario": "oauth-ro/user-bloked" }));
    expect(answer.status).toBe(400);
    expect(json(answer)).toEqual({
      error: "invalid_request",
      error_description: 'Unknown scenario "oauth-ro/user-bloked". Did you mean "oauth-ro/user-blocked"?',
    });
    expect(auth0.active("oauth-ro")).toBe("oauth-ro/access-denied");
  });

  test("params, headers and custom scenarios change the answer", async () => {
    auth0.use("passwordless-start/sms-provider-error", { params: { code: 21610, message: 'Say "no"' } });
    expect(json(await send(valid("passwordless-start")))).toEqual({
      error: "sms_provider_error",
      error_description: 'Say "no" (Code: 21610)',
    });
    auth0.use("oauth-ro/too-many-requests", { params: { retryAfter: 7 }, headers: { "x-trace": "abc" } });
    const limited = await send(valid("oauth-ro"));
    expect(limited.headers).toMatchObject({ "retry-after": "7", "x-ratelimit-limit": "10", "x-trace": "abc" });
    auth0.use("oauth-ro/maintenance");
    expect((await send(valid("oauth-ro"))).body).toBe('{"error":"maintenance","error_description":"Back at noon"}');
    auth0.use("oauth-ro/maintenance", { params: { time: "one" } });
    expect((await send(valid("oauth-ro"))).body).toContain("Back at one");
  });

  test("an unknown name throws at the caller and changes nothing", async () => {
    auth0.use("oauth-ro/user-blocked");
    const wrong = "oauth-ro/user-bloked" as "oauth-ro/user-blocked";
    const message = 'Unknown scenario "oauth-ro/user-bloked". Did you mean "oauth-ro/user-blocked"?';
    expect(() => auth0.use(wrong)).toThrow(message);
    expect(() => auth0.once(wrong)).toThrow(message);
    expect(() => auth0.sequence(["oauth-ro/success", wrong])).toThrow(message);
    expect(auth0.active("oauth-ro")).toBe("oauth-ro/user-blocked");
    expect(await signIn()).toBe(401);
    const atTheCaller = { stack: expect.stringMatching(/^[^\n]*\n[^\n]*switchboard\.test\.ts/) };
    expect(() => auth0.use(wrong)).toThrow(expect.objectContaining(atTheCaller));
    expect(() => auth0.once(wrong)).toThrow(expect.objectContaining(atTheCaller));
    expect(() => auth0.sequence([wrong])).toThrow(expect.objectContaining(atTheCaller));
  });

  test("the next switch ends an infinite delay, and the request keeps its scenario", async () => {
    auth0.use("oauth-ro/access-denied", { delay: "infinite" });
    const pending = signIn();
    await auth0.waitForCall("oauth-ro");
    auth0.use("oauth-ro/live");
    expect(await pending).toBe(403);
    expect(await signIn()).toBe(200);
  });

  test("a switch or reset just before the delay starts ends it too", async () => {
    for (const end of [() => auth0.use("oauth-ro/live"), () => auth0.reset()]) {
      auth0.use("oauth-ro/no-response");
      const unsubscribe = auth0.subscribe(({ type }) => type === "call" && end());
      await expect(signIn()).rejects.toThrow();
      unsubscribe();
    }
  });

  test("a reset ends pending requests and removes their calls", async () => {
    auth0.use("oauth-ro/live", { delay: "infinite" });
    auth0.once("oauth-ro/access-denied", { delay: 60_000 });
    const failures = [signIn(), signIn()].map((pending) => expect(pending).rejects.toThrow());
    await auth0.waitForCall("oauth-ro");
    await auth0.waitForCall("oauth-ro");
    auth0.reset();
    await Promise.all(failures);
    expect(auth0.calls()).toEqual([]);
    expect(auth0.active("oauth-ro")).toBe("oauth-ro/live");
    expect(await signIn()).toBe(200);
  });

  test("reset of one endpoint leaves the other unchanged", async () => {
    auth0.use("oauth-ro/access-denied");
    auth0.use("passwordless-start/user-blocked");
    await Promise.all([signIn(), start()]);
    auth0.reset("oauth-ro");
    expect(auth0.calls().map((call) => call.endpoint)).toEqual(["passwordless-start"]);
    expect([await signIn(), await start()]).toEqual([200, 401]);
  });

  test("subscribers get switches, calls, messages and resets until they unsubscribe", async () => {
    const events: SessionEvent[] = [];
    const unsubscribe = auth0.subscribe((event) => events.push(event));
    auth0.once("oauth-ro/access-denied");
    await signIn();
    await start();
    auth0.reset("oauth-ro");
    auth0.reset();
    unsubscribe();
    auth0.use("oauth-ro/access-denied");
    expect(events).toMatchObject([
      { type: "switch", endpoint: "oauth-ro", active: "oauth-ro/access-denied" },
      { type: "switch", endpoint: "oauth-ro", active: "oauth-ro/live" },
      { type: "call", call: { scenario: "oauth-ro/access-denied" } },
      { type: "message", message: { to: "ada@example.com" } },
      { type: "call", call: { scenario: "passwordless-start/success" } },
      { type: "reset", endpoint: "oauth-ro" },
      { type: "reset" },
    ]);
  });
});

import { mockAuth0, type SessionEvent } from "auth0-msw";
import { isolate } from "auth0-msw/node";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { sendValid } from "../../tests/helpers/ask.ts";
import { internalsOf } from "../mock-auth0.ts";

describe("subscribe", () => {
  test("calls a listener once per subscription, and unsubscribes one at a time", () => {
    const auth0 = mockAuth0();
    const listener = vi.fn<(event: SessionEvent) => void>();
    const first = auth0.subscribe(listener);
    const second = auth0.subscribe(listener);
    auth0.use("oauth-ro/user-blocked");
    expect(listener).toHaveBeenCalledTimes(2);
    first();
    first();
    auth0.use("oauth-ro/access-denied");
    expect(listener).toHaveBeenCalledTimes(3);
    second();
    auth0.use("oauth-ro/live");
    expect(listener).toHaveBeenCalledTimes(3);
  });
});

describe("a request in flight at a reset", () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    return () => vi.useRealTimers();
  });

  test("is not logged, and sends no call event", async () => {
    const auth0 = mockAuth0();
    auth0.once("oauth-ro/user-blocked");
    const told: SessionEvent["type"][] = [];
    auth0.subscribe(({ type }) => {
      told.push(type);
      // The request has just taken its one-shot.
      if (type === "switch") auth0.reset();
    });
    await expect(sendValid(auth0, "oauth-ro")).rejects.toThrow("No call was logged.");
    expect(told).toEqual(["switch", "reset"]);
    expect(auth0.calls()).toEqual([]);
  });

  test("gets no response, so that coverage does not count it", async () => {
    const auth0 = mockAuth0();
    auth0.use("oauth-ro/user-blocked", { delay: 5000 });
    const answered = sendValid(auth0, "oauth-ro");
    await auth0.waitForCall("oauth-ro");
    auth0.reset();
    await expect(answered).rejects.toThrow("No call was logged.");
    expect([...internalsOf(auth0).session().served]).toEqual([]);
  });
});

test("rejects a request with an unknown scenario, and does not count it as served", async () => {
  const auth0 = mockAuth0();
  const answer = await sendValid(auth0, "oauth-ro", {}, { headers: { "auth0-scenario": "oauth-ro/user-bloked" } });
  expect(answer.status).toBe(400);
  expect(answer.json["error_description"]).toBe(
    'Unknown scenario "oauth-ro/user-bloked". Did you mean "oauth-ro/user-blocked"?',
  );
  expect([...internalsOf(auth0).session().served]).toEqual([]);
  await sendValid(auth0, "oauth-ro", { password: "nope" });
  expect([...internalsOf(auth0).session().served]).toEqual(["oauth-ro/wrong-password"]);
});

test("an isolated session copies one-shots and the position in a sequence, and does not use up the outer ones", async () => {
  const auth0 = mockAuth0();
  auth0.once("oauth-ro/user-blocked");
  auth0.sequence(["passwordless-start/invalid-email", "passwordless-start/success"]);
  await sendValid(auth0, "passwordless-start");
  const seen = await isolate(auth0, async () => [
    (await sendValid(auth0, "oauth-ro")).call.scenario,
    (await sendValid(auth0, "oauth-ro")).call.scenario,
    (await sendValid(auth0, "passwordless-start")).call.scenario,
  ]);
  expect(seen).toEqual(["oauth-ro/user-blocked", "oauth-ro/success", "passwordless-start/success"]);
  expect(auth0.active("oauth-ro")).toBe("oauth-ro/user-blocked");
});

test("a new session leaves both endpoints to the tenant", () => {
  const auth0 = mockAuth0();
  expect(auth0.active("oauth-ro")).toBe("oauth-ro/live");
  expect(auth0.active("passwordless-start")).toBe("passwordless-start/live");
  auth0.use("passwordless-start/invalid-email");
  auth0.reset();
  expect(auth0.active("passwordless-start")).toBe("passwordless-start/live");
});

test("lists the calls of both endpoints in order, with their reasons", async () => {
  const auth0 = mockAuth0();
  auth0.once("oauth-ro/user-blocked");
  await sendValid(auth0, "oauth-ro");
  await sendValid(auth0, "passwordless-start");
  auth0.use("oauth-ro/access-denied");
  await sendValid(auth0, "oauth-ro");
  auth0.sequence(["passwordless-start/invalid-email", "passwordless-start/success"]);
  await sendValid(auth0, "passwordless-start");
  await sendValid(auth0, "oauth-ro", {}, { headers: { "auth0-scenario": "oauth-ro/user-bloked" } });
  expect(auth0.calls().map(({ n, endpoint, reason }) => [n, endpoint, reason])).toEqual([
    [1, "oauth-ro", "once"],
    [2, "passwordless-start", "sent to ada@example.com"],
    [3, "oauth-ro", "use"],
    [4, "passwordless-start", "sequence, step 1 of 2"],
    [5, "oauth-ro", "the request's own scenario is unknown"],
  ]);
});

test("no-response counts as served while its client waits", async () => {
  const auth0 = mockAuth0();
  auth0.use("oauth-ro/no-response");
  const answered = sendValid(auth0, "oauth-ro").catch(() => {});
  await auth0.waitForCall("oauth-ro");
  expect([...internalsOf(auth0).session().served]).toEqual(["oauth-ro/no-response"]);
  auth0.reset();
  await answered;
});

test("sends no message event for a request that started before a reset", async () => {
  const auth0 = mockAuth0();
  auth0.once("passwordless-start/success");
  const told: string[] = [];
  auth0.subscribe(({ type }) => {
    told.push(type);
    if (type === "switch") auth0.reset();
  });
  await sendValid(auth0, "passwordless-start").catch(() => {});
  expect(told).toEqual(["switch", "reset"]);
  expect(auth0.inbox.messages).toEqual([]);
});

test("rejects what is not a mock", () => {
  for (const wrong of [{}, { handlers: [] }]) {
    expect(() => internalsOf(wrong)).toThrow(new TypeError("Expected the object that mockAuth0() returns."));
  }
});

test("a sequence stays at its last step, unless it cycles", async () => {
  const auth0 = mockAuth0();
  const steps = ["oauth-ro/user-blocked", "oauth-ro/access-denied"] as const;
  const answered = async (): Promise<string> => (await sendValid(auth0, "oauth-ro")).call.scenario;
  auth0.sequence(steps);
  expect([await answered(), await answered(), await answered()]).toEqual([...steps, steps[1]]);
  auth0.sequence(steps, { cycle: true });
  expect([await answered(), await answered(), await answered()]).toEqual([...steps, steps[0]]);
  expect(auth0.active("passwordless-start")).toBe("passwordless-start/live");
});

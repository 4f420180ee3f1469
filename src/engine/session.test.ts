import { mockAuth0, type SessionEvent } from "auth0-msw";
import { isolate } from "auth0-msw/node";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { askValid } from "../../tests/helpers/ask.ts";
import { internalsOf } from "../mock-auth0.ts";

describe("subscribe", () => {
  test("tells one listener as often as it subscribed, and each undo ends one of them", () => {
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

  test("is not logged, and no call is told of it", async () => {
    const auth0 = mockAuth0();
    auth0.once("oauth-ro/user-blocked");
    const told: SessionEvent["type"][] = [];
    auth0.subscribe(({ type }) => {
      told.push(type);
      // The request has just taken its one-shot.
      if (type === "switch") auth0.reset();
    });
    await expect(askValid(auth0, "oauth-ro")).rejects.toThrow("No call was logged.");
    expect(told).toEqual(["switch", "reset"]);
    expect(auth0.calls()).toEqual([]);
  });

  test("is served nothing, so that no coverage report counts it", async () => {
    const auth0 = mockAuth0();
    auth0.use("oauth-ro/user-blocked", { delay: 5000 });
    const answered = askValid(auth0, "oauth-ro");
    await auth0.waitForCall("oauth-ro");
    auth0.reset();
    await expect(answered).rejects.toThrow("No call was logged.");
    expect([...internalsOf(auth0).session().served]).toEqual([]);
  });
});

test("an unknown scenario that a request names is refused, and counts as no answer of the API", async () => {
  const auth0 = mockAuth0();
  const answer = await askValid(auth0, "oauth-ro", {}, { headers: { "auth0-scenario": "oauth-ro/user-bloked" } });
  expect(answer.status).toBe(400);
  expect(answer.json["error_description"]).toBe(
    'Unknown scenario "oauth-ro/user-bloked". Did you mean "oauth-ro/user-blocked"?',
  );
  expect([...internalsOf(auth0).session().served]).toEqual([]);
  await askValid(auth0, "oauth-ro", { password: "nope" });
  expect([...internalsOf(auth0).session().served]).toEqual(["oauth-ro/wrong-password"]);
});

test("an isolate inherits one-shots and the place in a sequence, and takes none from the outside", async () => {
  const auth0 = mockAuth0();
  auth0.once("oauth-ro/user-blocked");
  auth0.sequence(["passwordless-start/invalid-email", "passwordless-start/success"]);
  await askValid(auth0, "passwordless-start");
  const seen = await isolate(auth0, async () => [
    (await askValid(auth0, "oauth-ro")).call.scenario,
    (await askValid(auth0, "oauth-ro")).call.scenario,
    (await askValid(auth0, "passwordless-start")).call.scenario,
  ]);
  expect(seen).toEqual(["oauth-ro/user-blocked", "oauth-ro/success", "passwordless-start/success"]);
  expect(auth0.active("oauth-ro")).toBe("oauth-ro/user-blocked");
});

test("a fresh session leaves both endpoints to the tenant", () => {
  const auth0 = mockAuth0();
  expect(auth0.active("oauth-ro")).toBe("oauth-ro/live");
  expect(auth0.active("passwordless-start")).toBe("passwordless-start/live");
  auth0.use("passwordless-start/invalid-email");
  auth0.reset();
  expect(auth0.active("passwordless-start")).toBe("passwordless-start/live");
});

test("calls of both endpoints come in the order in which they were made, with their reasons", async () => {
  const auth0 = mockAuth0();
  auth0.once("oauth-ro/user-blocked");
  await askValid(auth0, "oauth-ro");
  await askValid(auth0, "passwordless-start");
  auth0.use("oauth-ro/access-denied");
  await askValid(auth0, "oauth-ro");
  auth0.sequence(["passwordless-start/invalid-email", "passwordless-start/success"]);
  await askValid(auth0, "passwordless-start");
  await askValid(auth0, "oauth-ro", {}, { headers: { "auth0-scenario": "oauth-ro/user-bloked" } });
  expect(auth0.calls().map(({ n, endpoint, reason }) => [n, endpoint, reason])).toEqual([
    [1, "oauth-ro", "once"],
    [2, "passwordless-start", "sent to ada@example.com"],
    [3, "oauth-ro", "use"],
    [4, "passwordless-start", "sequence, step 1 of 2"],
    [5, "oauth-ro", "the request's own scenario is unknown"],
  ]);
});

test("what is never answered counts as served while its client waits", async () => {
  const auth0 = mockAuth0();
  auth0.use("oauth-ro/no-response");
  const answered = askValid(auth0, "oauth-ro").catch(() => {});
  await auth0.waitForCall("oauth-ro");
  expect([...internalsOf(auth0).session().served]).toEqual(["oauth-ro/no-response"]);
  auth0.reset();
  await answered;
});

test("a message of a request that began before a reset is told to nobody", async () => {
  const auth0 = mockAuth0();
  auth0.once("passwordless-start/success");
  const told: string[] = [];
  auth0.subscribe(({ type }) => {
    told.push(type);
    if (type === "switch") auth0.reset();
  });
  await askValid(auth0, "passwordless-start").catch(() => {});
  expect(told).toEqual(["switch", "reset"]);
  expect(auth0.inbox.messages).toEqual([]);
});

test("what is not a mock has nothing behind it", () => {
  for (const wrong of [{}, { handlers: [] }]) {
    expect(() => internalsOf(wrong)).toThrow(new TypeError("Expected what mockAuth0() returns."));
  }
});

test("a sequence ends with its last step, unless it cycles", async () => {
  const auth0 = mockAuth0();
  const steps = ["oauth-ro/user-blocked", "oauth-ro/access-denied"] as const;
  const answered = async (): Promise<string> => (await askValid(auth0, "oauth-ro")).call.scenario;
  auth0.sequence(steps);
  expect([await answered(), await answered(), await answered()]).toEqual([...steps, steps[1]]);
  auth0.sequence(steps, { cycle: true });
  expect([await answered(), await answered(), await answered()]).toEqual([...steps, steps[0]]);
  expect(auth0.active("passwordless-start")).toBe("passwordless-start/live");
});

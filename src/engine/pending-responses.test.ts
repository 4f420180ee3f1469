import { type MockAuth0, mockAuth0 } from "auth0-msw";
import { getResponse } from "msw";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { sendValid } from "../../tests/helpers/ask.ts";
import { valid } from "../../tests/helpers/requests.ts";
import type { Delay } from "../catalog/delay.ts";

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  return () => vi.useRealTimers();
});

/** Sends a request, and continues when it waits for its delay. */
async function send(auth0: MockAuth0, signal?: AbortSignal): Promise<{ readonly answered: Promise<Response> }> {
  const { url, headers, body } = valid("oauth-ro");
  const init = { method: "POST", headers: headers ?? {}, body: body as string, signal: signal ?? null };
  const answered = getResponse(auth0.handlers, new Request(url, init)) as Promise<Response>;
  await auth0.waitForCall("oauth-ro");
  return { answered };
}

describe.each<Delay>(["real", 5000, "infinite"])("a delay of %s", (delay) => {
  test("ends with a reset: nothing is served", async () => {
    const auth0 = mockAuth0();
    auth0.use("oauth-ro/user-blocked", { delay });
    const { answered } = await send(auth0);
    auth0.reset();
    expect((await answered).type).toBe("error");
    expect(auth0.calls()).toEqual([]);
  });

  test("ends when the client aborts, and leaves no long timer", async () => {
    const auth0 = mockAuth0({ delay });
    const controller = new AbortController();
    const { answered } = await send(auth0, controller.signal);
    controller.abort();
    await answered.catch(() => {});
    if (delay !== "real") expect(vi.getTimerCount()).toBe(0);
  });
});

test("waits for a real delay", async () => {
  const auth0 = mockAuth0({ delay: "real" });
  const { answered } = await send(auth0);
  const isAnswered = vi.fn<() => void>();
  void answered.then(isAnswered);
  expect(vi.getTimerCount()).toBe(1);
  await vi.advanceTimersByTimeAsync(1);
  expect(isAnswered).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(400);
  expect((await answered).status).toBe(200);
});

test("a switch ends only infinite delays", async () => {
  const auth0 = mockAuth0();
  auth0.once("oauth-ro/user-blocked", { delay: "infinite" });
  auth0.once("oauth-ro/access-denied", { delay: 5000 });
  const { answered: endless } = await send(auth0);
  const { answered: timed } = await send(auth0);
  auth0.use("oauth-ro/live");
  expect((await endless).status).toBe(401);
  expect(vi.getTimerCount()).toBe(1);
  await vi.advanceTimersByTimeAsync(5000);
  expect((await timed).status).toBe(403);
});

test("the scenario's delay overrides the mock's, and 0 means no delay", async () => {
  const auth0 = mockAuth0({ delay: 5000 });
  auth0.use("oauth-ro/user-blocked", { delay: 0 });
  expect((await sendValid(auth0, "oauth-ro")).status).toBe(401);
});

import { type MockAuth0, mockAuth0 } from "auth0-msw";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { sendRequest, sendValid } from "../../tests/helpers/ask.ts";

describe("bodies", () => {
  const megabyte = "x".repeat(1_000_000);

  test("are kept while there is room, and replaced by a note when there is not", async () => {
    const auth0 = mockAuth0();
    for (let n = 0; n < 12; n += 1) await sendValid(auth0, "oauth-ro", { device: megabyte + n });
    const calls = auth0.calls();
    expect(calls).toHaveLength(12);
    expect(await calls.at(-1)?.request.json()).toMatchObject({ device: `${megabyte}11` });
    expect(calls.at(-1)?.body).toMatchObject({ device: `${megabyte}11` });

    const sentence = /^The body of 1000\d+ characters was not kept: the log is full\.$/;
    expect(await calls[0]?.request.text()).toMatch(sentence);
    expect(calls[0]?.body).toMatch(/^\[The body of 1000\d+ characters was not kept: the log is full\.\]$/);
    expect(JSON.stringify(calls).length).toBeLessThan(12_000_000);
  });

  test("of the newest call are always kept", async () => {
    const auth0 = mockAuth0();
    const device = "x".repeat(11_000_000);
    await sendValid(auth0, "oauth-ro", { device });
    expect(await auth0.calls()[0]?.request.json()).toMatchObject({ device });
    await sendValid(auth0, "oauth-ro");
    expect(await auth0.calls()[0]?.request.text()).toContain("was not kept");
    expect(auth0.calls()).toHaveLength(2);
  });

  test("of responses count too: the oldest calls are dropped", async () => {
    const auth0 = mockAuth0({ scenarios: { "oauth-ro": { long: { status: 200, body: megabyte } } } });
    auth0.use("oauth-ro/long");
    for (let n = 0; n < 15; n += 1) await sendRequest(auth0 as unknown as MockAuth0, "oauth-ro", {});
    expect(auth0.calls().map(({ n }) => n)).toEqual([5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15]);
    // waitForCall does not return the four that are gone either.
    expect((await auth0.waitForCall("oauth-ro")).n).toBe(5);
  });

  test("stay empty when they were empty", async () => {
    const auth0 = mockAuth0();
    await sendRequest(auth0, "oauth-ro", "", { method: "GET" });
    await sendValid(auth0, "oauth-ro", { device: "x".repeat(11_000_000) });
    expect(auth0.calls()[0]?.body).toBeNull();
    expect(auth0.calls()[0]?.request.method).toBe("GET");
  });
});

test("keeps the newest thousand calls", async () => {
  const auth0 = mockAuth0();
  auth0.use("oauth-ro/user-blocked");
  for (let n = 0; n < 1005; n += 1) await sendRequest(auth0, "oauth-ro", {});
  expect(auth0.calls()).toHaveLength(1000);
  expect(auth0.calls()[0]?.n).toBe(6);
  expect((await auth0.waitForCall("oauth-ro")).n).toBe(6);
});

describe("waitForCall", () => {
  const auth0 = mockAuth0();
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    return () => vi.useRealTimers();
  });
  afterEach(() => auth0.reset());

  test("leaves no timer running after the call arrives or a reset ends it", async () => {
    const arrives = auth0.waitForCall("oauth-ro");
    expect(vi.getTimerCount()).toBe(1);
    await sendValid(auth0, "oauth-ro");
    expect((await arrives).n).toBe(1);
    expect(vi.getTimerCount()).toBe(0);

    const ended = expect(auth0.waitForCall("oauth-ro")).rejects.toThrow(
      "Waiting for a call to oauth-ro ended: the session was reset.",
    );
    auth0.reset();
    await ended;
    expect(vi.getTimerCount()).toBe(0);
  });

  test("waits three seconds, and explains that each call can be waited for once", async () => {
    await sendValid(auth0, "oauth-ro");
    await auth0.waitForCall("oauth-ro");
    const late = expect(auth0.waitForCall("oauth-ro")).rejects.toThrow(
      "No call to oauth-ro within 3000 ms. Called so far: oauth-ro (oauth-ro/success: ada@example.com signed in). " +
        "Each call can be waited for once.",
    );
    await vi.advanceTimersByTimeAsync(3000);
    await late;
  });

  test("does not explain that when the endpoint was not called", async () => {
    await sendValid(auth0, "passwordless-start");
    const late = expect(auth0.waitForCall("oauth-ro")).rejects.toThrow(
      /\(passwordless-start\/success: sent to [^)]+\)\.$/,
    );
    await vi.advanceTimersByTimeAsync(3000);
    await late;
  });

  test("waits forever when the timeout is Infinity", async () => {
    const waiting = auth0.waitForCall("oauth-ro", { timeout: Infinity });
    await vi.advanceTimersByTimeAsync(2 ** 32);
    await sendValid(auth0, "oauth-ro");
    expect((await waiting).n).toBe(1);
  });

  test("names the last five calls, newest last", async () => {
    auth0.sequence(["oauth-ro/user-blocked", "oauth-ro/access-denied"], { cycle: true });
    for (let n = 0; n < 7; n += 1) await sendValid(auth0, "oauth-ro");
    const late = expect(auth0.waitForCall("passwordless-start", { timeout: 0 })).rejects.toThrow(
      "No call to passwordless-start within 0 ms. Called so far: " +
        ["access-denied", "user-blocked", "access-denied", "user-blocked"]
          .map((name, index) => `oauth-ro (oauth-ro/${name}: sequence, step ${index % 2 === 0 ? 2 : 1} of 2)`)
          .toSpliced(0, 0, "oauth-ro (oauth-ro/user-blocked: sequence, step 1 of 2)")
          .join(", ") +
        ".",
    );
    await vi.advanceTimersByTimeAsync(1);
    await late;
  });
});

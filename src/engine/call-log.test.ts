import { type MockAuth0, mockAuth0 } from "auth0-msw";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { ask, askValid } from "../../tests/helpers/ask.ts";

describe("bodies", () => {
  const megabyte = "x".repeat(1_000_000);

  test("are kept whole while there is room, and said not to be kept when there is none", async () => {
    const auth0 = mockAuth0();
    for (let n = 0; n < 12; n += 1) await askValid(auth0, "oauth-ro", { device: megabyte + n });
    const calls = auth0.calls();
    expect(calls).toHaveLength(12);
    expect(await calls.at(-1)?.request.json()).toMatchObject({ device: `${megabyte}11` });
    expect(calls.at(-1)?.body).toMatchObject({ device: `${megabyte}11` });

    const sentence = /^The body of 1000\d+ characters was not kept: the log is full of later ones\.$/;
    expect(await calls[0]?.request.text()).toMatch(sentence);
    expect(calls[0]?.body).toMatch(
      /^\[The body of 1000\d+ characters was not kept: the log is full of later ones\.\]$/,
    );
    expect(JSON.stringify(calls).length).toBeLessThan(12_000_000);
  });

  test("of the newest call are kept however long they are", async () => {
    const auth0 = mockAuth0();
    const device = "x".repeat(11_000_000);
    await askValid(auth0, "oauth-ro", { device });
    expect(await auth0.calls()[0]?.request.json()).toMatchObject({ device });
    await askValid(auth0, "oauth-ro");
    expect(await auth0.calls()[0]?.request.text()).toContain("was not kept");
    expect(auth0.calls()).toHaveLength(2);
  });

  test("of answers count, too: the oldest calls go", async () => {
    const auth0 = mockAuth0({ scenarios: { "oauth-ro": { long: { status: 200, body: megabyte } } } });
    auth0.use("oauth-ro/long");
    for (let n = 0; n < 15; n += 1) await ask(auth0 as unknown as MockAuth0, "oauth-ro", {});
    expect(auth0.calls().map(({ n }) => n)).toEqual([5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15]);
    // The four that are gone are not waited for either.
    expect((await auth0.waitForCall("oauth-ro")).n).toBe(5);
  });

  test("that are empty stay empty", async () => {
    const auth0 = mockAuth0();
    await ask(auth0, "oauth-ro", "", { method: "GET" });
    await askValid(auth0, "oauth-ro", { device: "x".repeat(11_000_000) });
    expect(auth0.calls()[0]?.body).toBeNull();
    expect(auth0.calls()[0]?.request.method).toBe("GET");
  });
});

test("the newest thousand calls are kept", async () => {
  const auth0 = mockAuth0();
  auth0.use("oauth-ro/user-blocked");
  for (let n = 0; n < 1005; n += 1) await ask(auth0, "oauth-ro", {});
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

  test("leaves no timer behind when the call arrives, and when a reset ends it", async () => {
    const arrives = auth0.waitForCall("oauth-ro");
    expect(vi.getTimerCount()).toBe(1);
    await askValid(auth0, "oauth-ro");
    expect((await arrives).n).toBe(1);
    expect(vi.getTimerCount()).toBe(0);

    const ended = expect(auth0.waitForCall("oauth-ro")).rejects.toThrow(
      "Waiting for a call to oauth-ro ended: the session was reset meanwhile.",
    );
    auth0.reset();
    await ended;
    expect(vi.getTimerCount()).toBe(0);
  });

  test("waits for three seconds, and says that each call can be waited for once", async () => {
    await askValid(auth0, "oauth-ro");
    await auth0.waitForCall("oauth-ro");
    const late = expect(auth0.waitForCall("oauth-ro")).rejects.toThrow(
      "No call to oauth-ro within 3000 ms. Called so far: oauth-ro (oauth-ro/success: ada@example.com signed in). " +
        "Each call can be waited for once.",
    );
    await vi.advanceTimersByTimeAsync(3000);
    await late;
  });

  test("does not say so where no call was made to that endpoint", async () => {
    await askValid(auth0, "passwordless-start");
    const late = expect(auth0.waitForCall("oauth-ro")).rejects.toThrow(
      /\(passwordless-start\/success: sent to [^)]+\)\.$/,
    );
    await vi.advanceTimersByTimeAsync(3000);
    await late;
  });

  test("waits for ever where the timeout is Infinity", async () => {
    const waiting = auth0.waitForCall("oauth-ro", { timeout: Infinity });
    await vi.advanceTimersByTimeAsync(2 ** 32);
    await askValid(auth0, "oauth-ro");
    expect((await waiting).n).toBe(1);
  });

  test("names the last five calls, the latest last", async () => {
    auth0.sequence(["oauth-ro/user-blocked", "oauth-ro/access-denied"], { cycle: true });
    for (let n = 0; n < 7; n += 1) await askValid(auth0, "oauth-ro");
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

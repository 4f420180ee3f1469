import { mockAuth0, type MockAuth0 } from "auth0-msw";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { sendRequest, sendValid } from "../../tests/helpers/ask.ts";
import type { RequestContext } from "../engine/request-context.ts";
import { issueCode, redeemCode } from "./state.ts";

const start = Date.UTC(2030, 0, 1);

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["Date"], now: start });
  return () => vi.useRealTimers();
});

describe("a rate limit", () => {
  const limited = (limit: number): MockAuth0 => mockAuth0({ tenant: { rateLimit: { limit, windowSeconds: 60 } } });
  const reset = String(start / 1000 + 60);

  test("is in the headers of every response that counts, including unreadable requests", async () => {
    const auth0 = limited(6);
    const answers = [
      await sendValid(auth0, "oauth-ro"),
      await sendValid(auth0, "oauth-ro", { password: "nope" }),
      await sendRequest(auth0, "oauth-ro", "", { method: "PUT" }),
      await sendRequest(auth0, "oauth-ro", "{"),
      await sendRequest(auth0, "oauth-ro", "a=1", { headers: { "content-type": "text/plain" } }),
      await sendValid(auth0, "oauth-ro"),
      await sendValid(auth0, "oauth-ro"),
      await sendRequest(auth0, "oauth-ro", "", { method: "PUT" }),
    ];
    expect(answers.map(({ status }) => status)).toEqual([200, 401, 405, 400, 400, 200, 429, 429]);
    const remaining = answers.map(({ headers }) => headers.get("x-ratelimit-remaining"));
    expect(remaining).toEqual(["5", "4", "3", "2", "1", "0", "0", "0"]);
    for (const { headers } of answers) {
      expect(headers.get("x-ratelimit-limit")).toBe("6");
      expect(headers.get("x-ratelimit-reset")).toBe(reset);
    }
    expect(answers.at(-1)?.headers.get("retry-after")).toBe("60");
  });

  test("keeps the rate limit headers of a provoked scenario", async () => {
    const users = [{ email: "ada@example.com", provokes: "passwordless-start/too-many-requests" as const }];
    const auth0 = mockAuth0({ tenant: { rateLimit: { limit: 2, windowSeconds: 60 }, users } });
    const { status, headers } = await sendValid(auth0, "passwordless-start");
    const names = ["limit", "remaining", "reset"].map((name) => headers.get(`x-ratelimit-${name}`));
    expect([status, ...names]).toEqual([429, "10", "0", String(start / 1000 + 30)]);
    expect(headers.get("retry-after")).toBe("30");
  });

  test("counts each endpoint separately, and no preflights", async () => {
    const auth0 = limited(1);
    await sendValid(auth0, "passwordless-start");
    expect((await sendValid(auth0, "oauth-ro")).headers.get("x-ratelimit-remaining")).toBe("0");
  });

  test("starts again when its window is over", async () => {
    const auth0 = limited(1);
    await sendValid(auth0, "oauth-ro");
    vi.setSystemTime(start + 59_999);
    const refused = await sendValid(auth0, "oauth-ro");
    expect([refused.status, refused.headers.get("retry-after")]).toEqual([429, "1"]);
    vi.setSystemTime(start + 60_000);
    expect((await sendValid(auth0, "oauth-ro")).status).toBe(200);
  });

  test("starts again when the clock is set back", async () => {
    const auth0 = limited(1);
    await sendValid(auth0, "oauth-ro");
    vi.setSystemTime(start - 3_600_000);
    expect((await sendValid(auth0, "oauth-ro")).status).toBe(200);
    expect((await sendValid(auth0, "oauth-ro")).headers.get("retry-after")).toBe("60");
  });
});

describe("wrong passwords in a row", () => {
  test("lock an account at the tenth, even for the right password, until a reset", async () => {
    const auth0 = mockAuth0();
    for (let n = 1; n <= 10; n += 1) {
      expect((await sendValid(auth0, "oauth-ro", { password: "nope" })).call.scenario).toBe("oauth-ro/wrong-password");
    }
    const { call } = await sendValid(auth0, "oauth-ro");
    expect(call).toMatchObject({ scenario: "oauth-ro/too-many-attempts", reason: "ten attempts in a row failed" });
    expect((await sendValid(auth0, "oauth-ro", { username: "mfa@example.com" })).call.scenario).toBe(
      "oauth-ro/mfa-required",
    );
    auth0.reset();
    expect((await sendValid(auth0, "oauth-ro")).status).toBe(200);
  });

  test("are cleared by a sign-in", async () => {
    const auth0 = mockAuth0();
    for (let n = 1; n <= 3; n += 1) {
      for (let wrong = 1; wrong <= 9; wrong += 1) await sendValid(auth0, "oauth-ro", { password: "nope" });
      expect((await sendValid(auth0, "oauth-ro")).status).toBe(200);
    }
  });

  test("count per account: by username and connection", async () => {
    const auth0 = mockAuth0();
    for (let n = 1; n <= 10; n += 1)
      await sendValid(auth0, "oauth-ro", { password: "nope", username: "ADA@example.com" });
    expect((await sendValid(auth0, "oauth-ro")).call.scenario).toBe("oauth-ro/too-many-attempts");
    expect((await sendValid(auth0, "oauth-ro", { connection: "adfs" })).status).toBe(200);
  });
});

test("keeps the ten thousand most recently used accounts", () => {
  const attempt = { tenantState: {}, at: start } as RequestContext;
  for (let n = 0; n <= 10_000; n += 1) issueCode(attempt, `account ${n}`, "123456", start + 1);
  expect(redeemCode(attempt, "account 0", "123456")).toBe("none");
  expect(redeemCode(attempt, "account 1", "123456")).toBe("right");
  expect(redeemCode(attempt, "account 10000", "123456")).toBe("right");
});

import { setupAuth0 } from "auth0-msw/vitest";
import { describe, expect, test } from "vitest";

const auth0 = setupAuth0({ domain: "demo.eu.auth0.com", otherRequests: "error" });

const ask = (path: string) => fetch(`https://demo.eu.auth0.com${path}`, { method: "POST" }).catch(() => undefined);

test("asks only the endpoints", async () => {
  expect((await ask("/oauth/ro"))?.status).toBe(400);
});

test("asks for a token", async () => {
  await ask("/oauth/token");
});

test("asks for a token, and resets", async () => {
  await ask("/oauth/token");
  auth0.reset();
});

describe.concurrent("at once", () => {
  test.each([1, 2, 3, 4])("%i", async (n) => {
    await Promise.all([ask("/oauth/ro"), n === 3 && ask("/userinfo")]);
  });
});

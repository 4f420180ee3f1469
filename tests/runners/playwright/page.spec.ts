import { expect as base } from "@playwright/test";
import { expect, test } from "auth0-msw/playwright";
import { ask, stacks } from "./ask.ts";
import { service } from "./urls.ts";

test.beforeEach(({ page }) => page.goto("/"));

for (const stack of stacks) {
  test.describe(stack, () => {
    test("a network error reaches the page", async ({ page, auth0 }) => {
      auth0.once("oauth-ro/network-error");
      await expect(ask(page, "oauth-ro", { stack })).rejects.toThrow(/Failed to fetch|ended with "error"/);
      expect((await ask(page, "oauth-ro", { stack })).status).toBe(200);
    });

    test("reset() aborts a pending request", async ({ page, auth0 }) => {
      auth0.use("oauth-ro/user-blocked", { delay: 60_000 });
      const failure = expect(ask(page, "oauth-ro", { stack })).rejects.toThrow();
      await auth0.waitForCall("oauth-ro");
      auth0.reset();
      await failure;
      expect((await ask(page, "oauth-ro", { stack })).status).toBe(200);
    });

    test("a request can name its own scenario, despite the preflight", async ({ page, auth0 }) => {
      const headers = { "content-type": "application/json", "auth0-scenario": "oauth-ro/too-many-logins" };
      expect((await ask(page, "oauth-ro", { stack, headers })).status).toBe(429);
      const url = `${service}/oauth/ro?auth0-scenario=oauth-ro/user-blocked`;
      expect((await ask(page, "oauth-ro", { stack, url })).status).toBe(401);
      expect(auth0.calls().map((call) => call.reason)).toEqual(["the request's own", "the request's own"]);
    });

    test("headers can be read across origins", async ({ page, auth0 }) => {
      auth0.use("oauth-ro/too-many-requests", { params: { retryAfter: 7 }, headers: { "x-trace": "abc" } });
      const { headers } = await ask(page, "oauth-ro", { stack });
      expect(headers).toMatchObject({ "retry-after": "7", "x-ratelimit-limit": "10", "x-trace": "abc" });
    });
  });
}

test("a test that does not use the fixture is mocked too", async ({ page }) => {
  expect((await ask(page, "oauth-ro")).status).toBe(200);
});

test("toHaveAnswered knows the calls of the test", async ({ page, auth0 }) => {
  auth0.use("oauth-ro/user-blocked");
  const polled = expect.poll(() => auth0).toHaveAnswered("oauth-ro/user-blocked");
  await ask(page, "oauth-ro");
  await polled;
  expect(auth0).toHaveAnswered("oauth-ro/user-blocked");
  expect(auth0).not.toHaveAnswered("oauth-ro/success");
  // Playwright adds a matcher to every `expect`, and so does its type.
  base(auth0).toHaveAnswered("oauth-ro/user-blocked");
  // @ts-expect-error: not a mock
  expect(() => expect(page).toHaveAnswered("oauth-ro/user-blocked")).toThrow("that mockAuth0() returns");
});

test("a page that has navigated away gets no response", async ({ page, auth0 }) => {
  auth0.use("oauth-ro/user-blocked", { delay: "infinite" });
  const failure = expect(ask(page, "oauth-ro")).rejects.toThrow();
  await auth0.waitForCall("oauth-ro");
  await page.goto("about:blank");
  auth0.use("oauth-ro/live");
  await failure;
});

test("a code from the inbox signs in", async ({ page, auth0 }) => {
  const call = auth0.waitForCall("passwordless-start");
  await ask(page, "passwordless-start");
  expect((await call).scenario).toBe("passwordless-start/success");
  const code = auth0.inbox.latest("ada@example.com")?.code;
  const body = { client_id: "demo-client", grant_type: "password", connection: "email", username: "ada@example.com" };
  expect((await ask(page, "oauth-ro", { body: JSON.stringify({ ...body, password: code }) })).status).toBe(200);
});

import { expect, test } from "auth0-msw/playwright";
import { ask } from "./ask.ts";
import { service } from "./urls.ts";

// The tests run serially in one worker, so anything that a test leaves behind would affect the next one.
test.describe.configure({ mode: "default" });
test.beforeEach(({ page }) => page.goto("/"));

test("one test overrides scenarios, signs in and gets a code", async ({ page, auth0 }) => {
  auth0.use("oauth-ro/user-blocked");
  auth0.once("passwordless-start/success");
  auth0.once("passwordless-start/unauthorized");
  await Promise.all([ask(page, "oauth-ro"), ask(page, "passwordless-start")]);
  expect(auth0.inbox.messages).toHaveLength(1);
});

test("another leaves pending requests, which its page retries at once", async ({ page, auth0 }) => {
  auth0.use("oauth-ro/no-response");
  auth0.use("passwordless-start/user-blocked", { delay: 60_000 });
  await page.evaluate(
    (urls) => {
      for (const url of urls) {
        const again = (): Promise<unknown> => fetch(url, { method: "POST", body: "{}" }).then(again, again);
        void again();
      }
    },
    [`${service}/oauth/ro`, `${service}/passwordless/start`],
  );
  await Promise.all([auth0.waitForCall("oauth-ro"), auth0.waitForCall("passwordless-start")]);
});

test("one more leaves a page that sends requests in a loop", async ({ page, auth0 }) => {
  await page.evaluate((url) => {
    const headers = { "content-type": "application/json" };
    const again = (): Promise<unknown> => fetch(url, { method: "POST", body: "{}", headers }).then(again, again);
    for (let at = 0; at < 20; at++) void again();
  }, `${service}/oauth/ro`);
  await auth0.waitForCall("oauth-ro");
});

test("the next one has a fresh session", async ({ page, auth0 }) => {
  expect([auth0.active("oauth-ro"), auth0.active("passwordless-start")]).toEqual([
    "oauth-ro/live",
    "passwordless-start/live",
  ]);
  expect(auth0.calls()).toEqual([]);
  expect(auth0.inbox.messages).toEqual([]);
  expect((await ask(page, "oauth-ro")).status).toBe(200);
});

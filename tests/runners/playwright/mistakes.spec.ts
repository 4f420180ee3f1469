import { expect, test } from "auth0-msw/playwright";
import { ask } from "./ask.ts";

// All of these tests fail on purpose. They run serially.
test.describe.configure({ mode: "default" });

test("an unknown scenario", ({ auth0 }) => {
  auth0.use("oauth-ro/user-bloked" as "oauth-ro/user-blocked");
});

test("toHaveAnswered with an unknown scenario", ({ auth0 }) => {
  // @ts-expect-error: a wrong name
  expect(auth0).not.toHaveAnswered("oauth-ro/user-bloked");
});

test("toHaveAnswered without calls", ({ auth0 }) => {
  expect(auth0).toHaveAnswered("oauth-ro/user-blocked");
});

test("toHaveAnswered after another answer", async ({ page, auth0 }) => {
  await page.goto("/");
  auth0.use("oauth-ro/access-denied");
  await ask(page, "oauth-ro");
  expect(auth0).toHaveAnswered("oauth-ro/user-blocked");
});

test("not.toHaveAnswered", async ({ page, auth0 }) => {
  await page.goto("/");
  auth0.use("oauth-ro/access-denied");
  await ask(page, "oauth-ro");
  expect(auth0).not.toHaveAnswered("oauth-ro/access-denied");
});

test("a time-out with a pending request", async ({ page, auth0 }) => {
  await page.goto("/");
  auth0.use("oauth-ro/no-response");
  test.setTimeout(1000);
  await ask(page, "oauth-ro");
});

test("an unawaited waitForCall()", async ({ page, auth0 }) => {
  void auth0.waitForCall("oauth-ro");
  await page.goto("/");
});

test.describe("with a retry", () => {
  test.describe.configure({ retries: 1 });

  test("a scenario of the first run", async ({ page, auth0 }, { retry }) => {
    await page.goto("/");
    expect(auth0.active("oauth-ro")).toBe("oauth-ro/live");
    if (retry === 0) auth0.use("oauth-ro/user-blocked");
    expect((await ask(page, "oauth-ro")).status).toBe(200);
  });
});

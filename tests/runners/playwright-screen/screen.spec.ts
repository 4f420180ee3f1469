import { expect, type Frame, type Page } from "@playwright/test";
import { routeAuth0, test } from "auth0-msw/playwright";
import type { WatchedWindow } from "../../../src/screen/in-page.ts";

/** Signs in, and waits until the page has handled the answer. */
async function signIn(page: Page | Frame): Promise<void> {
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.locator("[data-done]").waitFor({ state: "attached" });
}

test.beforeEach(({ auth0 }) => auth0.use("oauth-ro/user-blocked"));

for (const path of ["says", "silent", "raw", "alert", "component", "spinner", "retries"]) {
  test(path, async ({ page }) => {
    await page.goto(`/${path}`);
    await signIn(page);
  });
}

test("navigates away", async ({ page }) => {
  await page.goto("/away");
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.waitForURL("**/elsewhere");
});

test("says it, and navigates away", async ({ page }) => {
  await page.goto("/says");
  await signIn(page);
  await page.goto("/elsewhere");
});

test("says it, and navigates away after a success", async ({ page, auth0 }) => {
  await page.goto("/says");
  await signIn(page);
  auth0.use("oauth-ro/success");
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.waitForURL("**/elsewhere");
});

test("closes the page", async ({ page }) => {
  await page.goto("/silent");
  await signIn(page);
  await page.close();
});

test("says it in a component, and closes the page", async ({ page }) => {
  await page.goto("/component");
  await signIn(page);
  await page.close();
});

test("three failures in a row", async ({ page, auth0 }) => {
  auth0.sequence(["oauth-ro/user-blocked", "oauth-ro/wrong-password", "oauth-ro/too-many-attempts"]);
  await page.goto("/raw");
  for (let at = 0; at < 3; at++) await signIn(page);
});

test("retries, and signs in", async ({ page, auth0 }) => {
  auth0.sequence(["oauth-ro/user-blocked", "oauth-ro/success"]);
  await page.goto("/retries");
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.waitForURL("**/elsewhere");
});

test("two pages at once", async ({ page, context }) => {
  const other = await context.newPage();
  await Promise.all([page.goto("/says"), other.goto("/silent")]);
  await Promise.all([signIn(page), signIn(other)]);
});

test("a frame", async ({ page }) => {
  await page.goto("/framed");
  const frame = page.frames()[1];
  if (!frame) throw new Error("The page has no frame.");
  await frame.waitForURL("**/says");
  await signIn(frame);
});

test("a context of its own", async ({ auth0, browser, baseURL }) => {
  const context = await browser.newContext({ baseURL: baseURL ?? "" });
  await routeAuth0(context, auth0);
  const page = await context.newPage();
  await page.goto("/says");
  await signIn(page);
  await page.goto("about:blank");
  await context.close();
});

test("no response", async ({ page, auth0 }) => {
  auth0.use("oauth-ro/no-response");
  await page.goto("/says");
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.waitForFunction(() => (globalThis as WatchedWindow).auth0MswWatch?.look(1, false));
  await page.evaluate(() => {
    (document.querySelector("[role=alert]") as Element).textContent = "This takes long.";
  });
});

test("a service worker", async ({ page }) => {
  await page.goto("/msw/");
  await page.locator("body[data-ready]").waitFor({ state: "attached" });
  await page.evaluate(async () => {
    await fetch("/oauth/ro", { method: "POST", body: "{}" });
    document.body.innerHTML = '<p role="alert">Ask your administrator.</p><button>Sign in</button>';
  });
});

test("fails, and is silent", async ({ page }) => {
  await page.goto("/silent");
  await signIn(page);
  expect("the test").toBe("right");
});

test("fails for its own reason", async ({ page }) => {
  await page.goto("/says");
  await signIn(page);
  expect("the test").toBe("right");
});

test.describe("without the option", () => {
  test.use({ auth0Screen: false });

  test("is not watched", async ({ page }) => {
    await page.goto("/says");
    await signIn(page);
    expect(await page.evaluate(() => Object.keys(globalThis).filter((name) => /auth0/i.test(name)))).toEqual([]);
  });
});

test.describe("with screenshots", () => {
  test.use({ auth0Screen: { screenshots: true } });

  test("takes one of each failure", async ({ page, auth0 }) => {
    await page.goto("/says");
    await signIn(page);
    await expect(page.getByRole("alert")).toHaveText("Ask your administrator.");
    auth0.use("oauth-ro/wrong-password");
    await signIn(page);
  });

  test("takes one of a silent page", async ({ page }) => {
    await page.goto("/silent");
    await signIn(page);
  });
});

test.describe("with a wrong option", () => {
  // @ts-expect-error The name is wrong.
  test.use({ auth0Screen: { screenshot: true } });

  test("does not run", () => {});
});

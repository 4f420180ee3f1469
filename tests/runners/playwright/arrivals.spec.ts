import type { Page } from "@playwright/test";
import { mockAuth0 } from "auth0-msw";
import { expect, routeAuth0, test } from "auth0-msw/playwright";
import { ask } from "./ask.ts";
import { service } from "./urls.ts";

const url = `${service}/oauth/ro`;

async function startWorker(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const { serviceWorker } = navigator;
    const controlled = new Promise((resolve) => serviceWorker.addEventListener("controllerchange", resolve));
    await serviceWorker.register("/worker.js");
    await controlled;
  });
}

test.describe("fails the test when", () => {
  test.beforeEach(async ({ page }) => {
    test.fail();
    await page.goto("/");
  });

  test("a route of the test continues", async ({ page }) => {
    await page.route("**/*", (route) => route.continue());
    expect((await ask(page, "oauth-ro")).status).toBe(299);
  });

  test("the routes are removed", async ({ page, context }) => {
    await context.unrouteAll();
    expect((await ask(page, "oauth-ro")).status).toBe(299);
  });

  test("a worker answers", async ({ page }) => {
    await startWorker(page);
    const { body } = await ask(page, "oauth-ro", { url: `${url}?answer` });
    expect(body).toBe("the worker's own answer");
  });
});

test("a worker may send a request on to the mock", async ({ page, auth0 }) => {
  await page.goto("/");
  await startWorker(page);
  auth0.use("oauth-ro/user-blocked");
  expect((await ask(page, "oauth-ro", { url: `${url}?send-on` })).status).toBe(401);
});

test("warns when a request fails before it reaches the mock, and names what to do", async ({ page }) => {
  const warned: string[] = [];
  const { warn } = console;
  Object.assign(console, { warn: (text: string) => void warned.push(text) });
  await page.goto("/");
  await page.route("**/oauth/ro", (route) => route.abort());
  await expect(ask(page, "oauth-ro")).rejects.toThrow("Failed to fetch");
  await expect(ask(page, "oauth-ro")).rejects.toThrow("Failed to fetch");
  Object.assign(console, { warn });
  expect(warned).toEqual([expect.stringContaining(`POST ${url} did not reach the mock and failed: net::ERR_FAILED.`)]);
});

test("leaves other domains alone, and says it without the fixture", async ({ browser }) => {
  const logged: string[] = [];
  const { error } = console;
  Object.assign(console, { error: (text: string) => void logged.push(text) });
  const context = await browser.newContext();
  await routeAuth0(context, mockAuth0({ domain: new URL(service).host }));
  const page = await context.newPage();
  await page.route("**/oauth/ro*", (route) => route.continue());
  const other = service.replace("127.0.0.1", "localhost");
  expect((await ask(page, "oauth-ro", { url: `${other}/oauth/ro?another-domain` })).status).toBe(299);
  expect((await ask(page, "oauth-ro")).status).toBe(299);
  await expect.poll(() => logged).toEqual([expect.stringContaining(`POST ${url} went past the mock`)]);
  Object.assign(console, { error });
  await context.close();
});

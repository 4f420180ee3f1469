import { type Browser, chromium } from "playwright";
import { afterAll, beforeAll, beforeEach, expect, onTestFinished, test } from "vitest";
import { launchOptions } from "../../scripts/chromium.ts";
import { type Running, serveBuilt } from "../helpers/storybook-server.ts";
import { expectPage, StorybookPage } from "../helpers/storybook-ui.ts";

// The published Storybook, served from a sub-path as on its host.
let storybook: Running;
let browser: Browser;
let ui: StorybookPage;

beforeAll(async () => {
  storybook = await serveBuilt(".storybook");
  browser = await chromium.launch(launchOptions);
}, 300_000);

afterAll(async () => {
  await browser.close();
  await storybook.close();
});

beforeEach(async () => {
  const context = await browser.newContext();
  onTestFinished(() => context.close());
  ui = new StorybookPage(await context.newPage(), storybook.url);
});

test("a story of the forms is played and mocked, and can be switched", async () => {
  await ui.open("story/sign-in-email-and-password--user-blocked");
  await expectPage(ui.story.getByRole("alert")).toContainText("Your account is blocked");
  await ui.selectInToolbar("oauth leaked");
  await expectPage(ui.story.getByRole("alert")).toContainText("turned up in a data leak");
  expect(await ui.workers()).toEqual([[storybook.url, `${storybook.url}mockServiceWorker.js`]]);
});

test("the catalog lists every scenario, and its rows send requests", async () => {
  await ui.open("docs/catalog--docs");
  const found = ui.story.getByRole("status").filter({ hasText: "scenarios" });
  await expectPage(found).toHaveText(/^(\d+) of \1 scenarios$/);
  await ui.story.getByRole("searchbox", { name: "Search the catalog" }).fill("oauth-ro/user-blocked");
  await expectPage(found).toHaveText(/^1 of/);
  await ui.story.getByText("oauth-ro/user-blocked", { exact: true }).click();
  await ui.story.getByRole("button", { name: "Provoke it" }).click();
  await expectPage(ui.story.getByRole("figure")).toContainText(/HTTP 401[^]*"error":\s*"unauthorized"/);
});

import { utimes } from "node:fs/promises";
import { type Browser, chromium } from "playwright";
import { afterAll, beforeAll, expect, test } from "vitest";
import { launchOptions } from "../../scripts/chromium.ts";
import { type Running, serveDev } from "../helpers/storybook-server.ts";
import { expectPage, StorybookPage } from "../helpers/storybook-ui.ts";

const stories = new URL("html/sign-in.stories.ts", import.meta.url);

let storybook: Running;
let browser: Browser;
let ui: StorybookPage;

beforeAll(async () => {
  storybook = await serveDev("tests/storybook/html");
  browser = await chromium.launch(launchOptions);
  ui = new StorybookPage(await browser.newPage(), storybook.url);
}, 300_000);

afterAll(async () => {
  await browser.close();
  await storybook.close();
});

test("an edit of the stories keeps the selection, mounts the story once and aborts pending requests", async () => {
  await ui.open("story/sign-in--never-answered");
  await expectPage(ui.answer).toHaveText("loading", { timeout: 60_000 });
  const failed = ui.page.waitForEvent("requestfailed", (request) => request.url().endsWith("/oauth/ro"));
  await utimes(stories, new Date(), new Date());
  await failed;
  await expectPage(ui.answer).toHaveText("loading");

  await ui.goTo("Blocked");
  const calls: string[] = [];
  ui.page.on("response", (response) => {
    if (response.url().endsWith("/oauth/ro")) calls.push(response.url());
  });
  // Sometimes Storybook gets two updates for one edit, and drops the second.
  for (let edit = 0; edit < 5; edit += 1) {
    await ui.selectInToolbar("oauth leaked");
    await expectPage(ui.answer).toHaveText("401 password_leaked");
    calls.length = 0;
    await utimes(stories, new Date(), new Date());
    await expect.poll(() => calls.length).toBe(1);
    await expectPage(ui.answer).toHaveText("401 password_leaked");
    await ui.undo.click();
    await expectPage(ui.answer).toHaveText("401 unauthorized");
  }
}, 300_000);

test("the page with all failures works in the development server", async () => {
  await ui.open("auth0-failures/bad-input--every-fault");
  const gallery = ui.page.frameLocator("iframe[title='All failures']");
  await gallery.getByLabel("Documented failures").uncheck({ timeout: 120_000 });
  const cell = gallery.getByRole("article", { name: "MFA required" });
  await expectPage(cell.locator(".outcome")).toHaveText("says", { timeout: 120_000 });
  await expectPage(gallery.getByRole("article", { name: "Rule refused" })).toContainText("The component threw");
}, 300_000);

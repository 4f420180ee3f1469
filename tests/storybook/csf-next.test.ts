import { type Browser, chromium } from "playwright";
import { afterAll, beforeAll, test } from "vitest";
import { launchOptions } from "../../scripts/chromium.ts";
import { type Running, serveBuilt } from "../helpers/storybook-server.ts";
import { expectPage, StorybookPage } from "../helpers/storybook-ui.ts";

let storybook: Running;
let browser: Browser;

beforeAll(async () => {
  storybook = await serveBuilt("tests/storybook/csf-next");
  browser = await chromium.launch(launchOptions);
}, 300_000);

afterAll(async () => {
  await browser.close();
  await storybook.close();
});

test("stories in CSF Next are mocked, and can be switched", async () => {
  const ui = new StorybookPage(await browser.newPage(), storybook.url);
  await ui.open("story/sign-in--denied");
  await expectPage(ui.answer).toHaveText("403 access_denied");
  await ui.goTo("Blocked");
  await expectPage(ui.answer).toHaveText("401 unauthorized");
  await ui.selectInToolbar("password-leaked");
  await expectPage(ui.answer).toHaveText("401 password_leaked");
  await ui.undo.click();
  await expectPage(ui.answer).toHaveText("401 unauthorized");
});

test("the page with all failures plays a story in CSF Next", async () => {
  const page = await browser.newPage();
  await page.goto(`${storybook.url}?path=/auth0-failures/sign-in--denied`);
  const cell = page.frameLocator("iframe[title='All failures']").getByRole("article", { name: "Missing device" });
  await expectPage(cell.locator(".outcome")).toHaveText("raw");
  await expectPage(cell).toContainText("400 invalid_request");
});

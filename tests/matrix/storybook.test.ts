import { rmSync } from "node:fs";
import { join } from "node:path";
import { type Browser, chromium, type Page } from "playwright";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { launchOptions } from "../../scripts/chromium.ts";
import { serveFolder } from "../helpers/storybook-server.ts";
import { expectPage, StorybookPage } from "../helpers/storybook-ui.ts";
import { runsAll } from "../helpers/runs-all.ts";
import { type StorybookCell, storybooks } from "./cells.ts";
import { emptyProject } from "./npm.ts";
import { record } from "./results.ts";
import { buildStorybook, installStorybook } from "./storybook-project.ts";

let browser: Browser;

beforeAll(async () => {
  browser = await chromium.launch(launchOptions);
});

afterAll(() => browser.close());

async function newPage(): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  onTestFinished(() => context.close());
  return context.newPage();
}

const rowOf = ({ version, framework, format }: StorybookCell) => [version, framework, format];
const rows = storybooks.map(rowOf);

for (const cell of storybooks) {
  const { version, framework, format, always = false } = cell;
  test.runIf(always || runsAll)(`Storybook ${version}, ${framework}, ${format}`, async () => {
    record("storybook", rows, rowOf(cell), always);
    const folder = emptyProject();
    onTestFinished(() => rmSync(folder, { recursive: true }));
    await installStorybook(folder, cell);
    await buildStorybook(folder);
    const served = await serveFolder(join(folder, "storybook-static"));
    onTestFinished(() => served.close());
    const page = await newPage();
    const problems: string[] = [];
    page.on("console", (message) => {
      // Chromium itself logs each answer with an error status.
      if (message.type() === "error" && !message.text().startsWith("Failed to load resource")) {
        problems.push(message.text());
      }
    });
    page.on("pageerror", (error) => problems.push(String(error)));
    const ui = new StorybookPage(page, served.url);

    await ui.open("story/sign-in--live");
    await expectPage(ui.answer).toHaveText("200: signed in");
    await ui.goTo("Blocked");
    await expectPage(ui.answer).toHaveText("401: your account is blocked.");
    await ui.selectInToolbar("oauth leaked");
    await expectPage(ui.answer).toHaveText("401: password_leaked");
    await ui.undo.click();
    await expectPage(ui.answer).toHaveText("401: your account is blocked.");
    await ui.openPanel();
    await expectPage(ui.panel).toBeVisible();
    expect(await ui.workers()).toEqual([[served.url, `${served.url}mockServiceWorker.js`]]);

    await page.getByRole("button", { name: "All Auth0 failures of this story" }).click();
    const gallery = page.frameLocator("iframe[title='All failures']");
    const outcome = (name: string) => gallery.getByRole("article", { name, exact: true }).locator(".outcome");
    await expectPage(outcome("User blocked")).toHaveText("says");
    await expectPage(outcome("Password leaked")).toHaveText("raw");
    expect(problems).toEqual([]);

    // Without the worker script, every story says why.
    rmSync(join(folder, "storybook-static", "mockServiceWorker.js"));
    const without = new StorybookPage(await newPage(), served.url);
    await without.open("story/sign-in--live");
    const error = without.story.locator("#error-message");
    await expectPage(error).toContainText("the worker script is missing");
    await without.goTo("Blocked");
    await expectPage(without.page).toHaveURL(/sign-in--blocked/);
    await expectPage(error).toContainText("the worker script is missing");
  });
}

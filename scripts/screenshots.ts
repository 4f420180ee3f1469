import { mkdirSync } from "node:fs";
import { chromium, type Page } from "playwright";
import { serveBuilt } from "../tests/helpers/storybook-server.ts";
import { launchOptions } from "./chromium.ts";

// Takes the README's pictures from this repository's Storybook.

const folder = new URL("../docs/", import.meta.url).pathname;
mkdirSync(folder, { recursive: true });

const storybook = await serveBuilt(".storybook");
const browser = await chromium.launch(launchOptions);
try {
  const page = await browser.newPage({ viewport: { width: 1280, height: 1000 }, deviceScaleFactor: 2 });

  await page.goto(`${storybook.url}?path=/story/sign-in-email-and-password--user-blocked`);
  const story = page.frameLocator("#storybook-preview-iframe");
  await story.getByRole("alert").waitFor({ timeout: 30_000 });
  await page.getByRole("tab", { name: "Auth0" }).click();
  await page.locator("auth0-scenarios").getByText("user-blocked").first().waitFor();
  await picture(page, "storybook.png");

  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto(`${storybook.url}?path=/auth0-failures/sign-in-first-draft--signs-in`);
  const gallery = page.frameLocator("iframe[title='All failures']");
  await gallery.getByLabel("Zoom").selectOption("50 %");
  await gallery.getByRole("button", { name: "Run again" }).waitFor({ timeout: 120_000 });
  const first = gallery.getByRole("article", { name: "Wrong password" });
  await first.evaluate(async (cell) => {
    // Below the header, which stays at the top.
    cell.style.scrollMarginTop = "150px";
    cell.scrollIntoView();
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    // Again: the cells above get their height when they come into view.
    cell.scrollIntoView();
  });
  await picture(page, "all-failures.png");
} finally {
  await browser.close();
  await storybook.close();
}

async function picture(page: Page, name: string): Promise<void> {
  await page.evaluate(() => document.fonts.ready);
  await page.screenshot({ path: folder + name, animations: "disabled" });
  console.log(`docs/${name}`);
}

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

  await page.goto(`${storybook.url}iframe.html?id=sign-in-all-failures--email-and-password&viewMode=story`);
  await page.getByRole("alert").nth(20).waitFor({ timeout: 60_000 });
  await page.getByText("wrong-password", { exact: true }).evaluate((caption) => caption.scrollIntoView());
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

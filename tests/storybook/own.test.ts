import { createRequire } from "node:module";
import type { RunOptions } from "axe-core";
import { type Browser, chromium, type Page } from "playwright";
import { afterAll, beforeAll, beforeEach, describe, expect, onTestFinished, test } from "vitest";
import { launchOptions } from "../../scripts/chromium.ts";
import { axeOptions } from "../helpers/axe-options.ts";
import { type Running, serveBuilt, serveDev } from "../helpers/storybook-server.ts";
import { expectPage, StorybookPage } from "../helpers/storybook-ui.ts";
import { runsAll } from "../helpers/runs-all.ts";

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
  ui = new StorybookPage(await newPage(), storybook.url);
});

async function newPage(colorScheme: "light" | "dark" = "light"): Promise<Page> {
  const context = await browser.newContext({ colorScheme });
  onTestFinished(() => context.close());
  return context.newPage();
}

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

describe("without a path", () => {
  test("it opens on a failure, with the panel in front", async () => {
    await ui.page.goto(storybook.url);
    await expectsFailureAndPanel(ui);
  });

  test("it keeps the other parameters of the address", async () => {
    await ui.page.goto(`${storybook.url}?globals=theme:dark`);
    await expectsFailureAndPanel(ui);
    await expectPage(ui.story.locator(":root")).toHaveAttribute("data-theme", "dark");
  });

  test.runIf(runsAll)("the development server does so too, without Storybook’s onboarding", async () => {
    const dev = await serveDev(".storybook");
    onTestFinished(() => dev.close());
    await ui.page.goto(dev.url);
    await expectsFailureAndPanel(ui);
    await expectPage(ui.page.locator("#storybook-checklist-widget")).toHaveCount(0);
    await ui.page.goto(`${dev.url}?path=/settings/about`);
    await expectPage(ui.page.getByRole("tab", { name: "Keyboard shortcuts" })).toBeVisible();
    await expectPage(ui.page.getByRole("tab", { name: "Guide" })).toHaveCount(0);
  });
});

async function expectsFailureAndPanel({ page, story, panel, found }: StorybookPage): Promise<void> {
  await expectPage(story.getByRole("alert")).toContainText("turned up in a data leak");
  await expectPage(page.getByRole("tab", { name: "Auth0", exact: true })).toHaveAttribute("aria-selected", "true");
  const selected = found.and(panel.getByRole("option", { selected: true }));
  await expectPage(selected).toContainText(/password.leaked/i);
  await expectPage(selected).toBeInViewport();
  await expectPage(page.getByRole("tab", { name: "Controls" })).toHaveCount(0);
}

describe("the docs pages", () => {
  /** The pages with parts of their own that depend on the theme. */
  const themed = new Set(["catalog--docs", "quick-start--docs", "guides-failure-coverage--docs"]);
  const axe = createRequire(import.meta.url).resolve("axe-core/axe.min.js");

  test.each(["light", "dark"] as const)(
    "are accessible, with one h1 and two typefaces, log nothing, and link to existing pages: %s",
    async (theme) => {
      const page = await newPage(theme);
      const logged: string[] = [];
      page.on("console", (message) => {
        if (["error", "warning"].includes(message.type())) logged.push(message.text());
      });
      page.on("pageerror", (error) => logged.push(error.message));
      const entries = await indexEntries();
      const pages = await docsPages();
      expect(pages).toEqual(expect.arrayContaining([...themed]));
      for (const id of theme === "light" || runsAll ? pages : themed) {
        await openDocs(page, id);
        await page.addScriptTag({ path: axe });
        const { links, ...found } = await page.evaluate(inspectPage, axeOptions(theme));
        expect({ ...found, logged, deadLinks: links.filter((link) => !(link in entries)) }, `The page ${id}`).toEqual({
          isDark: theme === "dark",
          headings: 1,
          typefaces: ["Nunito Sans", "ui-monospace"],
          violations: [],
          logged: [],
          deadLinks: [],
        });
      }
    },
  );

  test("follow the theme of the toolbar", async () => {
    await ui.open("docs/quick-start--docs");
    const content = ui.story.locator(".sbdocs-wrapper");
    await expectPage(content).toHaveCSS("background-color", "rgb(255, 255, 255)");
    await ui.page.getByRole("button", { name: /^Theme/ }).click();
    await ui.page.getByRole("option", { name: "Dark" }).click();
    await expectPage(content).not.toHaveCSS("background-color", "rgb(255, 255, 255)");
  });

  test("can be searched", async () => {
    await ui.open("docs/quick-start--docs");
    await ui.page.locator("#storybook-explorer-searchfield").fill("playwright");
    await ui.page
      .getByRole("option", { name: /Playwright/ })
      .first()
      .click();
    await expectPage(ui.story.getByRole("heading", { level: 1, name: "Playwright" })).toBeVisible();
  });

  test("start with steps that are links", async () => {
    await openDocs(ui.page, "quick-start--docs");
    const steps = ui.page.getByRole("listitem");
    expect(await steps.count()).toBeGreaterThan(5);
    await expectPage(steps.filter({ hasNot: ui.page.getByRole("link") })).toHaveCount(0);
  });
});

async function indexEntries(): Promise<Readonly<Record<string, { readonly type: string }>>> {
  const response = await fetch(`${storybook.url}index.json`);
  return ((await response.json()) as { entries: Record<string, { type: string }> }).entries;
}

async function docsPages(): Promise<string[]> {
  return Object.entries(await indexEntries()).flatMap(([id, { type }]) => (type === "docs" ? [id] : []));
}

async function openDocs(page: Page, id: string): Promise<void> {
  await page.goto(`${storybook.url}iframe.html?viewMode=docs&id=${id}`);
  await page.locator("#storybook-docs h1").waitFor();
}

/** Runs in the page. */
async function inspectPage(options: RunOptions) {
  const { axe } = globalThis as unknown as { readonly axe: Axe };
  const root = document.querySelector("#storybook-docs") ?? document.body;
  // Closed rows of the catalog have colors too.
  for (const details of root.querySelectorAll("details")) details.open = true;
  const { violations } = await axe.run(root, options);
  const hasText = ({ childNodes }: Element) =>
    Array.from(childNodes).some((node) => node instanceof Text && node.data.trim() !== "");
  const families = Array.from(root.querySelectorAll("*"))
    .filter(hasText)
    .map((element) => getComputedStyle(element).fontFamily);
  return {
    isDark: getComputedStyle(root.querySelector("h1") ?? root).colorScheme === "dark",
    headings: root.querySelectorAll("h1").length,
    typefaces: [...new Set(families.map((family) => family.split(",", 1)[0]?.replaceAll('"', "") ?? ""))].toSorted(),
    links: Array.from(
      document.querySelectorAll('#storybook-docs a[href^="?path="]'),
      (link) => link.getAttribute("href")?.split("/").at(-1) ?? "",
    ),
    violations: violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`)),
  };
}

interface Axe {
  run(root: Element, options: RunOptions): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>;
}

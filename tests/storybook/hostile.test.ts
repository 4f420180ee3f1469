import { type Browser, chromium, type Frame, type Page } from "playwright";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { launchOptions } from "../../scripts/chromium.ts";
import { type Running, serveBuilt } from "../helpers/storybook-server.ts";
import { expectPage, StorybookPage } from "../helpers/storybook-ui.ts";
import { everything, name, texts } from "../security/hostile.ts";

let storybook: Running;
let browser: Browser;

beforeAll(async () => {
  storybook = await serveBuilt("tests/storybook/html");
  browser = await chromium.launch(launchOptions);
}, 300_000);

afterAll(async () => {
  await browser.close();
  await storybook.close();
});

interface Opened {
  readonly page: Page;
  readonly ui: StorybookPage;
  /** Checks every document of the page: its own, the story, the gallery and its cells. */
  readonly isSafe: () => Promise<void>;
}

async function open(path: string): Promise<Opened> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  onTestFinished(() => page.close());
  const dialogs: string[] = [];
  page.on("dialog", (dialog) => {
    dialogs.push(dialog.message());
    void dialog.dismiss();
  });
  const ui = new StorybookPage(page, storybook.url);
  await ui.open(path);
  return {
    page,
    ui,
    async isSafe() {
      expect(dialogs).toEqual([]);
      for (const frame of page.frames()) expect(await findingsIn(frame), frame.url()).toEqual([]);
    },
  };
}

/** Elements made from a hostile text, in all shadow trees too, and what ran. */
function findingsIn(frame: Frame): Promise<readonly string[]> {
  return frame.evaluate(() => {
    const roots: (Document | ShadowRoot)[] = [document];
    for (const root of roots) {
      for (const { shadowRoot } of root.querySelectorAll("*")) if (shadowRoot) roots.push(shadowRoot);
    }
    const marked = roots.flatMap((root) =>
      Array.from(root.querySelectorAll("script, [onerror], [onload], [srcdoc], [href], [src], [action], [id=hostile]")),
    );
    const made = marked.filter((element) => {
      const { id, attributes, textContent } = element;
      const values = Array.from(attributes, ({ value }) => value.trim());
      if (id === "hostile" || (element.localName === "script" && textContent.startsWith("globalThis.hostile")))
        return true;
      return values.some((value) => /^(javascript:|parent\.|globalThis\.hostile|data:text)/i.test(value));
    });
    const { hostile } = globalThis as { readonly hostile?: string };
    return [...made.map(({ outerHTML }) => outerHTML.slice(0, 200)), ...(hostile === undefined ? [] : [hostile])];
  });
}

const story = "hostile-img-src-x-onerror-globalthis-hostile-title--everything";

test("the toolbar, its menu and the panel show hostile texts as they are", async () => {
  const { page, ui, isSafe } = await open(`story/${story}`);
  await expectPage(ui.toolbar).toBeVisible();
  await ui.toolbar.click();
  await page.getByRole("combobox", { name: "Search scenarios" }).fill("hostile");
  await expectPage(ui.menu.getByRole("option").first()).toContainText(name);
  await isSafe();
  await ui.menu.getByRole("option").first().click();
  await expectPage(ui.toolbar).toContainText(name);
  await ui.openPanel();
  await expectPage(ui.panel.getByRole("article")).toContainText(texts[0] ?? "");
  await isSafe();
  await ui.panel.getByRole("tab", { name: "calls" }).click();
  await ui.panel.locator("summary").first().click();
  await isSafe();
});

test.each([texts[0] ?? "", "javascript:alert(1)", "__proto__", everything])(
  "the URL may say what it likes: %s",
  async (text) => {
    const search = encodeURIComponent(text.toWellFormed());
    const more = [`auth0=${search}`, `delay=${search}`, `param-${search}=${search}`, `scenarios=${search}`].join("&");
    const { ui, isSafe } = await open(`story/${story}&${more}`);
    await expectPage(ui.toolbar).toBeVisible();
    await ui.openPanel();
    await isSafe();
  },
);

test("the page with all failures shows what the screen said as it is", async () => {
  const { page, isSafe } = await open(`auth0-failures/${story}`);
  const gallery = page.frameLocator("iframe[title='All failures']");
  // The story’s own hostile scenario says that it is documented.
  await gallery.getByLabel("Observed failures").uncheck();
  await gallery.getByRole("button", { name: "Run again" }).waitFor({ timeout: 120_000 });
  await isSafe();
  await expectPage(gallery.locator(".sentence").first()).toContainText(texts[0] ?? "");
  await gallery.getByLabel("Words").check();
  await expectPage(gallery.getByRole("row").filter({ hasText: name }).first()).toContainText(texts[1] ?? "");
  await isSafe();
});

test("the reason why nothing was sent is a text", async () => {
  const { page, isSafe } = await open(`auth0-failures/${story.replace(/everything$/, "throws")}`);
  const cell = page.frameLocator("iframe[title='All failures']").getByRole("article").first();
  await expectPage(cell).toContainText("The play failed before it sent a request: <img", { timeout: 60_000 });
  await isSafe();
});

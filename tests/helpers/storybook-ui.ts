import type { FrameLocator, Locator, Page } from "playwright";
import { expect } from "playwright/test";

/** `expect` for a page, with a long timeout for busy machines. */
export const expectPage = expect.configure({ timeout: 30_000 });

/** The UI of a Storybook. */
export class StorybookPage {
  readonly page: Page;
  readonly #url: string;

  constructor(page: Page, url: string) {
    this.page = page;
    this.#url = url;
  }

  /** Loads Storybook. */
  async open(path: string): Promise<void> {
    await this.page.goto(`${this.#url}?path=/${path}`);
  }

  /** Navigates like the back button, without a reload. */
  async navigateTo(path: string): Promise<void> {
    await this.page.evaluate((url) => {
      history.pushState(null, "", url);
      dispatchEvent(new PopStateEvent("popstate"));
    }, `${this.#url}?path=/${path}`);
  }

  get story(): FrameLocator {
    return this.page.frameLocator("#storybook-preview-iframe");
  }

  /** The response that the story shows. */
  get answer(): Locator {
    return this.story.getByRole("status");
  }

  get toolbar(): Locator {
    return this.page.getByRole("button", { name: /^Auth0 scenario:/ });
  }

  get undo(): Locator {
    return this.page.getByRole("button", { name: /^Back to the story’s own/ });
  }

  /** The list of the toolbar's menu. */
  get menu(): Locator {
    return this.page.locator("#auth0-msw-scenarios");
  }

  /** Selects a scenario in the toolbar. */
  async selectInToolbar(search: string): Promise<void> {
    await this.toolbar.click();
    const box = this.page.getByRole("combobox", { name: "Search scenarios" });
    await box.fill(search);
    await this.menu.getByRole("option").first().click();
  }

  /** The panel of the addon. Call `openPanel` first. */
  get panel(): Locator {
    return this.page.locator("auth0-scenarios");
  }

  /** The scenarios that match the filter of the panel. */
  get found(): Locator {
    return this.panel.getByRole("listbox", { name: "Scenarios" }).getByRole("option");
  }

  async openPanel(): Promise<void> {
    await this.page.getByRole("tab", { name: "Auth0", exact: true }).click();
    await this.panel.getByRole("tab", { name: "scenarios" }).click();
  }

  /** Shows the details of a scenario in the panel by its filter. */
  async findInPanel(scenario: string): Promise<void> {
    await this.panel.getByRole("combobox", { name: "Filter by text" }).fill(scenario);
    await expectPage(this.panel.getByRole("article")).toContainText(scenario);
  }

  async press(button: string): Promise<void> {
    await this.panel.getByRole("button", { name: button, exact: true }).click();
  }

  /** Opens a story from the sidebar. */
  async goTo(story: string): Promise<void> {
    await this.page.getByRole("link", { name: story, exact: true }).click();
  }

  /** The scope and script of each service worker of the preview. */
  async workers(): Promise<unknown> {
    return this.page.frame({ url: /iframe\.html/ })?.evaluate(async () => {
      const registrations = await navigator.serviceWorker.getRegistrations();
      return registrations.map(({ scope, active }) => [scope, active?.scriptURL]);
    });
  }

  /** Simulates two hot reloads of the stories. The first one finishes after the second is shown. */
  async editTwice(): Promise<void> {
    await this.story.locator(":root").evaluate(async () => {
      const { __STORYBOOK_PREVIEW__: preview } = globalThis as unknown as WithPreview;
      const { importFn } = preview.storyStoreValue;
      const edited: Import = async (path) => ({ ...(await importFn(path)) });
      const shown = Promise.withResolvers<void>();
      preview.channel.once("storyFinished", () => shown.resolve());
      await preview.onStoriesChanged({
        async importFn(path) {
          await preview.onStoriesChanged({ importFn: edited });
          await shown.promise;
          return edited(path);
        },
      });
      await preview.storyStoreValue.onStoriesChanged({ importFn });
    });
  }

  /** Sends an event over the channel, like any addon. */
  async emit(event: string, ...args: unknown[]): Promise<void> {
    await this.page.evaluate(
      ([name, data]) => (globalThis as unknown as WithChannel).__STORYBOOK_ADDONS_CHANNEL__.emit(name, ...data),
      [event, args] as const,
    );
  }
}

interface WithChannel {
  readonly __STORYBOOK_ADDONS_CHANNEL__: { emit(event: string, ...args: readonly unknown[]): void };
}

type Import = (path: string) => Promise<object>;

interface WithPreview {
  readonly __STORYBOOK_PREVIEW__: {
    readonly channel: { once(event: string, listener: () => void): void };
    readonly storyStoreValue: { readonly importFn: Import } & Edited;
  } & Edited;
}

interface Edited {
  onStoriesChanged(change: { readonly importFn: Import }): Promise<void>;
}

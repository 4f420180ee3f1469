import type { FrameLocator, Locator, Page } from "playwright";

/** A Storybook as somebody at its screen sees and uses it. */
export class StorybookPage {
  readonly page: Page;
  readonly #url: string;

  constructor(page: Page, url: string) {
    this.page = page;
    this.#url = url;
  }

  async open(path: string): Promise<void> {
    await this.page.goto(`${this.#url}?path=/${path}`);
  }

  get story(): FrameLocator {
    return this.page.frameLocator("#storybook-preview-iframe");
  }

  /** What the story says that it was answered. */
  get answer(): Locator {
    return this.story.getByRole("status");
  }

  get toolbar(): Locator {
    return this.page.getByRole("button", { name: /^Auth0 scenario:/ });
  }

  get undo(): Locator {
    return this.page.getByRole("button", { name: /^Back to the story’s own/ });
  }

  /** Chooses in the toolbar, by keyboard alone once the menu is open. */
  async pick(search: string): Promise<void> {
    await this.toolbar.click();
    await this.page.getByRole("combobox", { name: "Search scenarios" }).fill(search);
    await this.page.keyboard.press("Enter");
  }

  async goTo(story: string): Promise<void> {
    await this.page.getByRole("link", { name: story, exact: true }).click();
  }

  /** Sends what any addon could send. */
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

import type { Page } from "@playwright/test";
import type { Observation } from "../screen/observer.ts";

/** The screenshot of what a page says to one failure. */
export class ScreenPicture {
  readonly #page: Page;
  readonly #path: string;
  /** What the page said when the picture was taken. */
  #pictured: string | undefined;
  /** What the page says now. */
  #wanted = "";
  #taking: Promise<void> | undefined;
  /** The path of the picture, when there is one. */
  taken: string | undefined;

  constructor(page: Page, path: string) {
    this.#page = page;
    this.#path = path;
  }

  /** Takes a picture when a text has appeared: it may be gone when the page is done. */
  follow(observation: Observation): void {
    this.#wanted = shownIn(observation);
    if (this.#wanted === "" || this.#wanted === this.#pictured) return;
    this.#taking ??= this.#take();
  }

  /** Takes the last picture, unless the best one is there. Without an observation, the page can't be asked. */
  async finish(observation: Observation | undefined): Promise<void> {
    await this.#taking;
    if (!observation || observation.leftFor !== undefined) return;
    this.#wanted = shownIn(observation);
    const isBetter = this.taken === undefined || (this.#wanted !== "" && this.#wanted !== this.#pictured);
    if (isBetter) await this.#take();
  }

  async #take(): Promise<void> {
    do {
      const text = this.#wanted;
      // A page that has gone has no picture, and its record says so.
      await this.#page.screenshot({ path: this.#path, scale: "css", timeout: 5000 }).then(
        () => (this.taken = this.#path),
        () => {},
      );
      this.#pictured = text;
      // Again, for what has appeared in the meantime.
    } while (this.#wanted !== this.#pictured && this.#wanted !== "");
    this.#taking = undefined;
  }
}

/** The texts that are still visible. */
function shownIn({ said }: Observation): string {
  return said.flatMap(({ text, isGone }) => (isGone ? [] : [text])).join("\n");
}

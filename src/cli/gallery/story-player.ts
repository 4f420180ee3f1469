import { join } from "node:path";
import type { Browser, Page } from "playwright";
import { type CellMessage, cellQuery, isCellMessage, type StoryMessage } from "../../gallery/cell-report.ts";
import { leftPage, whereItWent } from "../../gallery/where-it-went.ts";
import { storyLink, withLink } from "../../panel/link.ts";
import type { ScreenRecord } from "../../screen/screen-watch.ts";
import type { Judgement } from "../../screen/verdict.ts";
import type { Story } from "./stories.ts";

/** How stories are played. */
export interface PlayerOptions {
  /** The width of the page, in pixels. */
  readonly width: number;
  /** The folder for a PNG of each screen. */
  readonly screenshots: string | undefined;
}

type Message = CellMessage | StoryMessage;

/** How long a story may take to report, in milliseconds. */
const patience = 30_000;

/** How long a screen is watched after its first report, in milliseconds: its message may disappear again. */
const afterwards = 2200;

/** Plays one story after the other in a page with its own storage and service worker. */
export class StoryPlayer {
  readonly #page: Page;
  readonly #url: string;
  readonly #options: PlayerOptions;
  #onMessage: (message: Message) => void = () => {};
  #onNavigation = (): void => {};

  private constructor(page: Page, url: string, options: PlayerOptions) {
    this.#page = page;
    this.#url = url;
    this.#options = options;
  }

  static async create(browser: Browser, url: string, options: PlayerOptions): Promise<StoryPlayer> {
    const page = await browser.newPage({ viewport: { width: options.width, height: 844 } });
    const player = new StoryPlayer(page, url, options);
    page.on("framenavigated", () => player.#onNavigation());
    await page.exposeFunction("auth0MswReport", (data: unknown) => {
      if (isCellMessage(data)) player.#onMessage(data);
    });
    // A page without a parent posts its reports to itself.
    await page.addInitScript(() => {
      addEventListener("message", ({ data }) => {
        (globalThis as unknown as { auth0MswReport: (data: unknown) => void }).auth0MswReport(data);
      });
    });
    return player;
  }

  /** Plays a story as it is. Resolves to undefined when it does not report in time. */
  async probe(story: Story): Promise<StoryMessage | undefined> {
    const latest = await this.#open(story);
    const message = await latest();
    return message?.type === "auth0-msw/story" ? message : undefined;
  }

  /** Plays a story with a scenario switched on. Resolves to what it said, or to undefined when it was not answered. */
  async play(story: Story, scenario: string): Promise<ScreenRecord | undefined> {
    const latest = await this.#open(story, scenario);
    const isJudged = this.#judged(await latest()) !== undefined;
    const early = isJudged ? await this.#takeScreenshot(story, scenario) : undefined;
    await this.#page.waitForTimeout(afterwards);
    const judgement = this.#judged(await latest());
    if (!judgement) return undefined;
    // On a slow machine the answer comes long after the play.
    const screenshot = early ?? (await this.#takeScreenshot(story, scenario));
    return { ...judgement, scenario, ...(screenshot !== undefined && { screenshot }) };
  }

  #judged(message: Message | undefined): Judgement | undefined {
    const reported = message?.type === "auth0-msw/cell" ? message.report : undefined;
    const place = whereItWent(this.#page.url());
    const report = place === undefined ? reported : leftPage(place, reported);
    return report?.state === "judged" ? report.judgement : undefined;
  }

  /** Opens a story. The result waits until it has reported, or was left, and resolves to its latest report. */
  async #open({ id }: Story, scenario?: string): Promise<() => Promise<Message | undefined>> {
    const first = Promise.withResolvers<void>();
    let message: Message | undefined;
    this.#onMessage = (data) => {
      if (data.type === "auth0-msw/cell" && data.scenario !== scenario) return;
      message = data;
      if (data.type === "auth0-msw/cell" || !data.isPlaying) first.resolve();
    };
    this.#onNavigation = () => {
      if (whereItWent(this.#page.url()) !== undefined) first.resolve();
    };
    const timer = setTimeout(first.resolve, patience);
    const selection = { activations: scenario === undefined ? [] : [scenario] };
    const url = new URL(`iframe.html${withLink(`?${cellQuery(id)}`, selection, storyLink)}`, this.#url).href;
    await this.#goTo(url);
    return async () => {
      await first.promise;
      clearTimeout(timer);
      return message;
    };
  }

  /** MSW’s worker may ask the page before about this one. When that is just leaving, it never answers. */
  async #goTo(url: string): Promise<void> {
    for (let tries = 0; tries < 3; tries += 1) {
      const isThere = await this.#page
        .goto(url, { waitUntil: "commit", timeout: patience / 6 })
        .then(() => true, unlessTimeout);
      if (isThere) return;
    }
  }

  async #takeScreenshot({ id }: Story, scenario: string): Promise<string | undefined> {
    const { screenshots } = this.#options;
    if (screenshots === undefined) return undefined;
    // The page gives both names.
    const path = join(screenshots, `${`${id}/${scenario}`.replaceAll(/[^\p{L}\p{N}_-]+/gu, "--")}.png`);
    const isTaken = await this.#page.screenshot({ path }).then(() => true, unlessTimeout);
    return isTaken ? path : undefined;
  }
}

/** A page that is busy without end must not end the run. */
function unlessTimeout(error: Error): false {
  if (error.name !== "TimeoutError") throw error;
  return false;
}

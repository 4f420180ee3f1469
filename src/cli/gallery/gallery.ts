import { dirname, join, resolve } from "node:path";
import type { CoverageMeta } from "../../coverage/meta.ts";
import { type CoverageSettings, readOptions } from "../../coverage/options.ts";
import { paint } from "../../coverage/paint.ts";
import { printable } from "../../coverage/printable.ts";
import type { Include } from "../../coverage/report.ts";
import { countVerdicts } from "../../coverage/screen-table.ts";
import { type FinishedTest, reportRun } from "../../coverage/report-run.ts";
import type { StoryMessage } from "../../gallery/cell-report.ts";
import { kindOf } from "../../gallery/kinds.ts";
import type { Scenario } from "../../catalog/scenario.ts";
import type { ScreenRecord } from "../../screen/screen-watch.ts";
import { isOwnReport } from "../own-output.ts";
import { print } from "../print.ts";
import { checkInside, checkOutput } from "../write.ts";
import { findChromium } from "./find-chromium.ts";
import { inParallel } from "./in-parallel.ts";
import { toLimit } from "./limit.ts";
import { serveFolder } from "./serve-folder.ts";
import { type Story, storiesOf } from "./stories.ts";
import { StoryPlayer } from "./story-player.ts";

/** The options of the command, as the command line gives them. */
export interface GalleryOptions {
  readonly story?: readonly string[];
  readonly include: Include;
  readonly threshold?: readonly string[];
  readonly output?: readonly string[];
  readonly screenshots?: boolean;
  readonly force?: boolean;
  readonly width: string;
  readonly executablePath?: string;
}

/** How many pages play at a time. Most of them only watch whether a message stays. */
const atATime = 6;

/**
 * Plays each story of a Storybook once for each failure of the endpoints that it sends requests to, and reports what
 * the screen said. Resolves to whether the threshold is met.
 */
export async function gallery(folder: string, storybook: string, options: GalleryOptions): Promise<boolean> {
  const settings = readSettings(options);
  const width = readWidth(options.width);
  for (const file of settings.outputFiles) checkOutput(folder, file, { isOurs: isOwnReport, force: options.force });
  if (options.screenshots) checkInside(folder, screenshotFolder(folder, settings));
  const chromium = findChromium(folder);
  const server = /^https?:/.test(storybook) ? undefined : await serveFolder(resolve(folder, storybook));
  const url = server?.url ?? (storybook.endsWith("/") ? storybook : `${storybook}/`);
  try {
    const stories = await storiesOf(url, options.story ?? []);
    const browser = await chromium.launch({
      ...(options.executablePath !== undefined && { executablePath: options.executablePath }),
    });
    try {
      const playerOptions = {
        width,
        screenshots: options.screenshots ? screenshotFolder(folder, settings) : undefined,
      };
      const players = await Promise.all(
        Array.from({ length: atATime }, () => StoryPlayer.create(browser, url, playerOptions)),
      );
      const passed: FinishedTest[] = [];
      for (const story of stories) passed.push(await playAll(players, story, settings.include));
      return await reportRun(
        {
          passed,
          partial: undefined,
          hint: "Give a story a play function that submits the form.",
          folder,
          print,
        },
        settings,
      );
    } finally {
      await browser.close();
    }
  } finally {
    server?.close();
  }
}

function readWidth(text: string): number {
  const width = Number(text);
  if (Number.isInteger(width) && width > 0) return width;
  throw new Error(`Invalid width "${text}". Give a whole number of pixels.`);
}

function readSettings({ include, threshold = [], output = [] }: GalleryOptions): CoverageSettings {
  return readOptions({
    include,
    ...(threshold.length > 0 && { threshold: Object.fromEntries(threshold.map(toLimit)) }),
    outputFile: output,
  });
}

/** Beside the first output file. */
function screenshotFolder(folder: string, { outputFiles }: CoverageSettings): string {
  return join(resolve(folder, dirname(outputFiles[0] ?? ".")), "auth0-screens");
}

async function playAll(players: readonly StoryPlayer[], story: Story, include: Include): Promise<FinishedTest> {
  const itself = await players[0]?.probe(story);
  const { scenarios = [], called = [] } = itself ?? {};
  const ids = scenarios
    .filter((scenario) => called.includes(scenario.endpoint) && isIncluded(scenario, include))
    .map(({ id }) => id);
  const records = await inParallel(players, ids, (player, id) => player.play(story, id));
  const screens = records.filter((record) => record !== undefined);
  const isSilent = itself && !itself.hasPlay && called.length === 0;
  if (!isSilent) {
    const summary = itself ? printable(summaryOf(itself, screens)) : "did not report in time";
    print(`${paint("bold", printable(story.where))}  ${summary}`);
  }
  const meta: CoverageMeta = { v: 1, served: screens.map(({ scenario }) => scenario), screens };
  return { where: story.where, metadata: screens.length > 0 ? [meta] : [] };
}

function isIncluded(scenario: Scenario<string>, include: Include): boolean {
  const kind = kindOf(scenario);
  return include === "all" ? kind !== "your own" && kind !== "success" : kind === "documented";
}

function summaryOf({ problem, called }: StoryMessage, screens: readonly ScreenRecord[]): string {
  if (problem !== undefined) return problem;
  return called.length === 0 ? "sent no request" : countVerdicts(screens);
}

import { mkdir, writeFile } from "node:fs/promises";
import { dirname, extname, resolve } from "node:path";
import type { ScreenRecord } from "../screen/screen-watch.ts";
import { toMarkdown } from "./markdown.ts";
import { isCoverageMeta } from "./meta.ts";
import type { CoverageSettings, Threshold } from "./options.ts";
import { paint } from "./paint.ts";
import { type CoverageReport, createReport, exactPercentage } from "./report.ts";
import { withRelativeScreenshots } from "./screenshots.ts";
import { toScreenTable } from "./screen-table.ts";
import { toTable } from "./table.ts";

/** A test that passed or failed. */
export interface FinishedTest {
  /** Its title, with its file. */
  readonly where: string;
  /** Possibly of other versions. */
  readonly metadata: readonly unknown[];
}

/** A finished test run of any runner. */
export interface Run {
  readonly passed: readonly FinishedTest[];
  /** The tests that failed: only what screens said in them is reported. */
  readonly failed?: readonly FinishedTest[];
  /** Why the run is partial, as a clause for a sentence. Undefined for a whole run. */
  readonly partial: string | undefined;
  /** What to do when no test has metadata. */
  readonly hint: string;
  /** The folder that output files are relative to. */
  readonly folder: string;
  readonly print: (text: string) => void;
}

/** Prints the coverage of a run and writes its output files. Returns whether the threshold is met. */
export async function reportRun(run: Run, settings: CoverageSettings): Promise<boolean> {
  const { include, counts, threshold, outputFiles } = settings;
  const screens = finishedIn(run).flatMap(screensOf);
  // A partial run without calls has nothing to report.
  if (run.partial !== undefined && screens.length === 0 && !run.passed.some(hasMetadata)) return true;
  const served = run.passed.map(({ metadata }) => metadata.filter(isCoverageMeta).flatMap((meta) => meta.served));
  const report = createReport(served, include, screens, counts);
  const missed = missedThresholds(report, threshold);

  const parts = [...otherVersions(run), summary(run, report), ...thresholdLines(run, threshold, missed)];
  run.print(`${parts.join("\n\n")}\n`);

  for (const name of outputFiles) {
    const file = resolve(run.folder, name);
    await mkdir(dirname(file), { recursive: true });
    const written = withRelativeScreenshots(report, dirname(file));
    await writeFile(file, extname(file) === ".json" ? `${JSON.stringify(written, null, 2)}\n` : toMarkdown(written));
  }
  return missed.length === 0 || run.partial !== undefined;
}

function finishedIn({ passed, failed = [] }: Run): readonly FinishedTest[] {
  return [...passed, ...failed];
}

function hasMetadata({ metadata }: FinishedTest): boolean {
  return metadata.length > 0;
}

/** What the page said in a test, with the title of the test. */
function screensOf({ where, metadata }: FinishedTest): ScreenRecord[] {
  const screens = metadata.filter(isCoverageMeta).flatMap((meta) => meta.screens ?? []);
  return screens.map((screen) => Object.assign({ where }, screen));
}

function otherVersions(run: Run): string[] {
  const count = finishedIn(run).filter(({ metadata }) => !metadata.every(isCoverageMeta)).length;
  if (count === 0) return [];
  return [
    note(
      `${count === 1 ? "1 test has" : `${count} tests have`} data from another version of auth0-msw, which is not counted. ` +
        "Use the same version for the tests and the reporter.",
    ),
  ];
}

function summary(run: Run, report: CoverageReport): string {
  const { columns } = process.stdout;
  // Logs of CI have no width: a cut text would be lost.
  return [whyNoTable(run) ?? toTable(report, columns || 80), toScreenTable(report, columns || Infinity)]
    .filter(Boolean)
    .join("\n\n");
}

/** A note instead of the table when there is nothing to count. */
function whyNoTable({ passed, failed = [], hint }: Run): string | undefined {
  if (passed.length === 0) return note("No test passed, so there is nothing to count.");
  if (passed.some(hasMetadata)) return undefined;
  const next = failed.some(hasMetadata) ? "" : ` ${hint}`;
  return note(`No call was recorded in a passing test.${next}`);
}

function thresholdLines({ partial }: Run, threshold: Threshold, missed: readonly string[]): string[] {
  const { met, ...limits } = threshold;
  const named = Object.entries(limits).map(([verdict, limit]) => `${limit} ${verdict}`);
  if (met === undefined && named.length === 0) return [];
  if (partial !== undefined) {
    const all = [...(met === undefined ? [] : [`threshold of ${met}%`]), ...named.map((limit) => `limit of ${limit}`)];
    return [paint("dim", ` The ${all.join(", the ")} ${all.length === 1 ? "was" : "were"} not applied: ${partial}.`)];
  }
  if (missed.length > 0) return missed.map((line) => paint("red", ` ERROR: ${line}`));
  const kept = [
    ...(met === undefined ? [] : [`The threshold of ${met}% is met.`]),
    ...(named.length === 0 ? [] : [`No verdict is over its limit: ${named.join(", ")}.`]),
  ];
  return [` ${paint("green", "✓")} ${kept.join(" ")}`];
}

/** A sentence for each part of the threshold that is not met. */
function missedThresholds(report: CoverageReport, { met, ...limits }: Threshold): string[] {
  const screens = report.endpoints.flatMap(({ scenarios }) => scenarios.flatMap(({ screen }) => screen ?? []));
  const tooMany = Object.entries(limits).flatMap(([verdict, limit]) => {
    const count = screens.filter((screen) => screen.verdict === verdict).length;
    return count > limit
      ? [`${count} ${count === 1 ? "failure is" : "failures are"} ${verdict}, more than the threshold of ${limit}.`]
      : [];
  });
  return met !== undefined && exactPercentage(report) < met
    ? [`Auth0 failure coverage of ${report.percentage}% is below the threshold of ${met}%.`, ...tooMany]
    : tooMany;
}

function note(text: string): string {
  return ` ${paint("bold", "Auth0 failure coverage")}  ${text}`;
}

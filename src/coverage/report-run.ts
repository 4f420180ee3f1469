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

/** A test that passed. */
export interface PassedTest {
  /** Its title, with its file. */
  readonly where: string;
  /** Possibly of other versions. */
  readonly metadata: readonly unknown[];
}

/** A finished test run of any runner. */
export interface Run {
  readonly passed: readonly PassedTest[];
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
  const { include, threshold, outputFiles } = settings;
  // A partial run without calls has nothing to report.
  if (run.partial !== undefined && !run.passed.some(hasMetadata)) return true;
  const served = run.passed.map(({ metadata }) => metadata.filter(isCoverageMeta).flatMap((meta) => meta.served));
  const report = createReport(served, include, run.passed.flatMap(screensOf));
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

function hasMetadata({ metadata }: PassedTest): boolean {
  return metadata.length > 0;
}

/** What the page said in a test, with the title of the test. */
function screensOf({ where, metadata }: PassedTest): ScreenRecord[] {
  const screens = metadata.filter(isCoverageMeta).flatMap((meta) => meta.screens ?? []);
  return screens.map((screen) => Object.assign({ where }, screen));
}

function otherVersions({ passed }: Run): string[] {
  const count = passed.filter(({ metadata }) => !metadata.every(isCoverageMeta)).length;
  if (count === 0) return [];
  return [
    note(
      `${count === 1 ? "1 test has" : `${count} tests have`} data from another version of auth0-msw, which is not counted. ` +
        "Use the same version for the tests and the reporter.",
    ),
  ];
}

function summary({ passed, hint }: Run, report: CoverageReport): string {
  if (passed.length === 0) return note("No test passed, so there is nothing to count.");
  if (!passed.some(hasMetadata)) return note(`No call was recorded in a passing test. ${hint}`);
  const columns = process.stdout.columns || 80;
  return [toTable(report, columns), toScreenTable(report, columns)].filter(Boolean).join("\n\n");
}

function thresholdLines({ partial }: Run, threshold: Threshold, missed: readonly string[]): string[] {
  const named = Object.entries(threshold).map(([name, value]) => (name === "met" ? `${value}%` : `${value} ${name}`));
  if (named.length === 0) return [];
  const all = named.join(", ");
  if (partial !== undefined) return [paint("dim", ` The threshold of ${all} was not applied: ${partial}.`)];
  return missed.length === 0
    ? [` ${paint("green", "✓")} The threshold of ${all} is met.`]
    : missed.map((line) => paint("red", ` ERROR: ${line}`));
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

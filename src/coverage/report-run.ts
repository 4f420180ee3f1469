import { mkdir, writeFile } from "node:fs/promises";
import { dirname, extname, resolve } from "node:path";
import { toMarkdown } from "./markdown.ts";
import { isCoverageMeta } from "./meta.ts";
import type { CoverageSettings } from "./options.ts";
import { paint } from "./paint.ts";
import { type CoverageReport, createReport, exactPercentage } from "./report.ts";
import { toTable } from "./table.ts";

/** A finished test run of any runner. */
export interface Run {
  /** The metadata of each passed test, possibly of other versions. */
  readonly passed: readonly (readonly unknown[])[];
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
  if (run.partial !== undefined && run.passed.flat().length === 0) return true;
  const served = run.passed.map((metadata) => metadata.filter(isCoverageMeta).flatMap((meta) => meta.served));
  const report = createReport(served, include);
  const isEnough = threshold === undefined || exactPercentage(report) >= threshold;

  const parts = [
    ...otherVersions(run),
    summary(run, report),
    ...(threshold === undefined ? [] : [thresholdLine(run, report, threshold, isEnough)]),
  ];
  run.print(`${parts.join("\n\n")}\n`);

  for (const name of outputFiles) {
    const file = resolve(run.folder, name);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, extname(file) === ".json" ? `${JSON.stringify(report, null, 2)}\n` : toMarkdown(report));
  }
  return isEnough || run.partial !== undefined;
}

function otherVersions({ passed }: Run): string[] {
  const count = passed.filter((metadata) => !metadata.every(isCoverageMeta)).length;
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
  if (passed.flat().length === 0) return note(`No call was recorded in a passing test. ${hint}`);
  return toTable(report, process.stdout.columns || 80);
}

function thresholdLine({ partial }: Run, { percentage }: CoverageReport, threshold: number, isEnough: boolean): string {
  if (partial !== undefined) return paint("dim", ` The threshold of ${threshold}% was not applied: ${partial}.`);
  return isEnough
    ? ` ${paint("green", "✓")} The threshold of ${threshold}% is met.`
    : paint("red", ` ERROR: Auth0 failure coverage of ${percentage}% is below the threshold of ${threshold}%.`);
}

function note(text: string): string {
  return ` ${paint("bold", "Auth0 failure coverage")}  ${text}`;
}

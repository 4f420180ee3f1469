import { mkdir, writeFile } from "node:fs/promises";
import { dirname, extname, resolve } from "node:path";
import { toMarkdown } from "./markdown.ts";
import { isCoverageMeta } from "./meta.ts";
import type { CoverageSettings } from "./options.ts";
import { paint } from "./paint.ts";
import { type CoverageReport, createReport, exactPercentage } from "./report.ts";
import { toTable } from "./table.ts";

/** A run of tests that is over, in the terms of any runner. */
export interface Run {
  /** What each test that passed has left behind: metas, of whichever version, or nothing. */
  readonly passed: readonly (readonly unknown[])[];
  /** Why the run does not show what the tests leave out, as a clause; undefined when it does. */
  readonly partial: string | undefined;
  /** What to do when no test has left anything. */
  readonly setUp: string;
  /** Where the names of output files begin. */
  readonly folder: string;
  readonly print: (text: string) => void;
}

/** Prints what a run has covered, and writes it to files. Tells whether it is enough. */
export async function conclude(run: Run, settings: CoverageSettings): Promise<boolean> {
  const { include, threshold, outputFiles } = settings;
  // Few tests picked while working on something else have nothing to tell.
  if (run.partial !== undefined && run.passed.flat().length === 0) return true;
  const served = run.passed.map((left) => left.filter(isCoverageMeta).flatMap((meta) => meta.served));
  const report = createReport(served, include);
  const isEnough = threshold === undefined || exactPercentage(report) >= threshold;

  const parts = [
    ...strangers(run),
    summary(run, report),
    ...(threshold === undefined ? [] : [verdict(run, report, threshold, isEnough)]),
  ];
  run.print(`${parts.join("\n\n")}\n`);

  for (const name of outputFiles) {
    const file = resolve(run.folder, name);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, extname(file) === ".json" ? `${JSON.stringify(report, null, 2)}\n` : toMarkdown(report));
  }
  return isEnough || run.partial !== undefined;
}

function strangers({ passed }: Run): string[] {
  const count = passed.filter((left) => !left.every(isCoverageMeta)).length;
  if (count === 0) return [];
  return [
    note(
      `${count === 1 ? "1 test" : `${count} tests`} left data of another version of auth0-msw, which does not count. ` +
        "Have the tests and the reporter use the same version.",
    ),
  ];
}

function summary({ passed, setUp }: Run, report: CoverageReport): string {
  if (passed.length === 0) return note("No test has passed, so there is nothing to count.");
  if (passed.flat().length === 0) return note(`No passing test reports an answer. ${setUp}`);
  return toTable(report, process.stdout.columns || 80);
}

function verdict({ partial }: Run, { percentage }: CoverageReport, threshold: number, isEnough: boolean): string {
  if (partial !== undefined) return paint("dim", ` The threshold of ${threshold}% was not applied: ${partial}.`);
  return isEnough
    ? ` ${paint("green", "✓")} The threshold of ${threshold}% is met.`
    : paint("red", ` ERROR: Auth0 failure coverage of ${percentage}% is below the threshold of ${threshold}%.`);
}

function note(text: string): string {
  return ` ${paint("bold", "Auth0 failure coverage")}  ${text}`;
}

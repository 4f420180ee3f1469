import { randomUUID } from "node:crypto";
import { appendFileSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import type { CoverageMeta } from "../coverage/meta.ts";
import type { FinishedTest } from "../coverage/report-run.ts";

/** A passed or failed test, for runners that have no metadata of tests. */
export interface TestRecord {
  /** The path of the test file. */
  readonly file: string;
  /** The name of the test, with the names of its suites. */
  readonly name: string;
  readonly hasPassed: boolean;
  readonly auth0: CoverageMeta;
}

/** The folder to which the test processes write. They inherit this variable from the process of the reporter. */
const variable = "AUTH0_MSW_RECORDS";

/** Makes the test processes that start from now on write records. Returns their folder. */
export function collectRecords(): string {
  const folder = mkdtempSync(join(tmpdir(), "auth0-msw-records-"));
  process.env[variable] = folder;
  process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** The variable's value, which must be read before tests replace `process.env`. */
export function recordsFolder(): string | undefined {
  return process.env[variable];
}

const file = `${randomUUID()}.jsonl`;

/** Adds a record to the folder. Does nothing without a reporter. */
export function writeRecord(folder: string | undefined, record: TestRecord): void {
  if (folder !== undefined) appendFileSync(join(folder, file), `${JSON.stringify(record)}\n`);
}

/** Takes all records out of the folder. */
export function takeRecords(folder: string): TestRecord[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    const lines = readFileSync(path, "utf8").trimEnd().split("\n");
    rmSync(path);
    return lines.map((line) => JSON.parse(line) as TestRecord);
  });
}

/** The finished tests of a run: those with records, and the other passed ones by their number. */
export function finishedTests(
  records: readonly TestRecord[],
  folder: string,
  passed: number,
): Record<"passed" | "failed", FinishedTest[]> {
  const toTest = ({ file: path, name, auth0 }: TestRecord): FinishedTest => ({
    where: `${relative(folder, path).replaceAll("\\", "/")} > ${name}`,
    metadata: auth0.served.length > 0 ? [auth0] : [],
  });
  const recorded = records.filter(({ hasPassed }) => hasPassed).map(toTest);
  const others = Math.max(0, passed - recorded.length);
  return {
    passed: [...recorded, ...Array.from({ length: others }, () => ({ where: "", metadata: [] }))],
    failed: records.filter(({ hasPassed }) => !hasPassed).map(toTest),
  };
}

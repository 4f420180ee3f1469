import { resolve } from "node:path";
import { printable } from "../coverage/printable.ts";
import { isCounted, summaryOf } from "../coverage/report.ts";
import { readReport } from "./report-file.ts";

/** The failures that no test has met, each with the line that would exercise it. */
export async function missing(folder: string, file: string, { json }: { readonly json?: boolean }): Promise<string> {
  const report = await readReport(resolve(folder, file));
  const ids = report.endpoints
    .flatMap(({ scenarios }) => scenarios)
    .filter((scenario) => isCounted(scenario) && scenario.tests === 0)
    .map(({ id, line }) => ({ id, line }));
  if (json) return JSON.stringify(ids, null, 2);
  return [`${summaryOf(report)} are met.`, ...ids.map(({ line }) => printable(line))].join("\n");
}

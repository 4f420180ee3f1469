import { basename, dirname, join, relative, resolve } from "node:path";
import { mockAuth0 } from "auth0-msw";
import type { Changes } from "../coverage/html/changes.ts";
import { toPage } from "../coverage/html/page.ts";
import { countStates, createReview, type Review } from "../coverage/html/review.ts";
import { printable } from "../coverage/printable.ts";
import type { CoverageReport } from "../coverage/report.ts";
import { isOwnPage } from "./own-output.ts";
import { changesBetween } from "./report-changes.ts";
import { readReport } from "./report-file.ts";
import { readScreenshots } from "./report-screenshots.ts";
import { checkOutput, write } from "./write.ts";

/** The options of the command. */
export interface ReportOptions {
  /** The file to write. By default, or with true, auth0-report.html beside the JSON file. */
  readonly html?: string | true;
  readonly against?: string;
  /** Overwrite a file that is no earlier page. */
  readonly force?: boolean;
}

/** Writes a report of failure coverage as an HTML page. Returns what to print. */
export async function report(
  folder: string,
  name: string,
  { html = true, against, force }: ReportOptions,
): Promise<string> {
  const source = resolve(folder, name);
  const target = html === true ? join(dirname(source), "auth0-report.html") : resolve(folder, html);
  checkOutput(folder, target, { isOurs: isOwnPage, force });
  const read = await readReport(source);
  const pictures = await readScreenshots(source, read);
  const changes = against === undefined ? undefined : await changesSince(resolve(folder, against), read);
  const review = createReview({ report: read, scenarios: mockAuth0().scenarios, pictures, changes });

  write(folder, target, toPage(review), { overwrites: true });
  return [`Wrote ${printable(relative(folder, target))}: ${summaryOf(review)}`, ...missingPictures(review)].join("\n");
}

async function changesSince(file: string, now: CoverageReport): Promise<Changes> {
  return { against: basename(file), list: changesBetween(await readReport(file), now) };
}

/** `30 says, 1 raw, 1 silent` */
function summaryOf({ endpoints }: Review): string {
  const counts = countStates(endpoints.flatMap(({ failures }) => failures));
  return counts
    .toReversed()
    .map(({ state, count }) => `${count} ${state}`)
    .join(", ");
}

function missingPictures({ endpoints }: Review): string[] {
  const missing = endpoints
    .flatMap(({ failures }) => failures)
    .filter(({ screen, picture }) => screen?.screenshot !== undefined && picture === undefined);
  if (missing.length === 0) return [];
  const what = missing.length === 1 ? "1 screenshot is" : `${missing.length} screenshots are`;
  return [`${what} missing or not a PNG. Keep the screenshots where the report names them, beside the JSON file.`];
}

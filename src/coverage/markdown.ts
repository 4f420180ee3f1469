import { printable } from "./printable.ts";
import {
  type CoverageReport,
  type EndpointCoverage,
  isCounted,
  type ScenarioCoverage,
  type ScreenCoverage,
  summaryOf,
} from "./report.ts";
import { shownIn } from "./screen-table.ts";

/** How a report in Markdown begins. */
export const markdownTitle = "## Auth0 failure coverage: ";

/** Formats the report as Markdown, for a pull request or a job summary. */
export function toMarkdown(report: CoverageReport): string {
  const title = `${markdownTitle}${report.percentage}%\n\n${summaryOf(report)}\n`;
  const counted = report.endpoints.filter(({ total }) => total > 0);
  return [title, ...counted.map(section), ...screenSection(report), ...sharedSection(report)].join("\n");
}

function screenSection(report: CoverageReport): string[] {
  const shown = shownIn(report);
  if (shown.length === 0) return [];
  return [
    "### What the screen said",
    "",
    "| scenario | verdict | sentence | why | where |",
    "| --- | --- | --- | --- | --- |",
    ...shown.map(
      ({ id, screen }) =>
        `| \`${id}\` | ${screen.verdict} | ${cell(screen.sentence)} | ${cell(screen.why)} | ${whereOf(screen)} |`,
    ),
    "",
  ];
}

function sharedSection({ endpoints }: CoverageReport): string[] {
  const lines = endpoints.flatMap(({ path, shared = [] }) =>
    shared.flatMap(({ sentence, remedies }) => [
      `- \`${path}\`: “${cell(sentence)}”`,
      ...Object.entries(remedies).map(([remedy, ids]) => `  - ${remedy}: ${ids.map((id) => `\`${id}\``).join(", ")}`),
    ]),
  );
  return lines.length === 0 ? [] : ["### One sentence, different remedies", "", ...lines, ""];
}

/** The title of the test, and a link to the screenshot. */
function whereOf({ where = "", screenshot }: ScreenCoverage): string {
  const link = screenshot === undefined ? "" : `[screenshot](<${toUrl(screenshot)}>)`;
  return [cell(where), link].filter(Boolean).join(" ");
}

/** A path as a relative URL: no name at its start is a scheme. */
function toUrl(path: string): string {
  return encodeURI(path.toWellFormed()).replaceAll(":", "%3A");
}

/** A text of a page, which may have characters of Markdown or HTML. */
function cell(text: string): string {
  return printable(text).replaceAll(/[\\`*_{}[\]<>()#+!|~&]/g, String.raw`\$&`);
}

function section({ path, exercised, total, scenarios }: EndpointCoverage): string {
  return [
    `### \`POST ${path}\`: ${exercised} of ${total}`,
    "",
    "| scenario | tests | how to exercise it |",
    "| --- | ---: | --- |",
    ...scenarios.filter(isCounted).map(row),
    "",
  ].join("\n");
}

function row({ id, tests, line }: ScenarioCoverage): string {
  return `| \`${id}\` | ${tests} | ${tests === 0 ? `\`${line}\`` : ""} |`;
}

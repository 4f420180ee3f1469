import { type CoverageReport, type EndpointCoverage, summaryOf, type ScenarioCoverage } from "./report.ts";

/** Formats the report as Markdown, for a pull request or a job summary. */
export function toMarkdown(report: CoverageReport): string {
  const title = `## Auth0 failure coverage: ${report.percentage}%\n\n${summaryOf(report)}\n`;
  return [title, ...report.endpoints.map(section)].join("\n");
}

function section({ path, exercised, total, scenarios }: EndpointCoverage): string {
  return [
    `### \`POST ${path}\`: ${exercised} of ${total}`,
    "",
    "| scenario | tests | how to exercise it |",
    "| --- | ---: | --- |",
    ...scenarios.map(row),
    "",
  ].join("\n");
}

function row({ id, tests, line }: ScenarioCoverage): string {
  return `| \`${id}\` | ${tests} | ${tests === 0 ? `\`${line}\`` : ""} |`;
}

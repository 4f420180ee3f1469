import { type CoverageReport, type EndpointCoverage, summaryOf, type ScenarioCoverage } from "./report.ts";
import { shownIn } from "./screen-table.ts";

/** Formats the report as Markdown, for a pull request or a job summary. */
export function toMarkdown(report: CoverageReport): string {
  const title = `## Auth0 failure coverage: ${report.percentage}%\n\n${summaryOf(report)}\n`;
  return [title, ...report.endpoints.map(section), ...screenSection(report)].join("\n");
}

function screenSection(report: CoverageReport): string[] {
  const shown = shownIn(report);
  if (shown.length === 0) return [];
  return [
    "### What the screen said",
    "",
    "| scenario | verdict | sentence | why |",
    "| --- | --- | --- | --- |",
    ...shown.map(
      ({ id, screen: { verdict, sentence, why } }) => `| \`${id}\` | ${verdict} | ${cell(sentence)} | ${cell(why)} |`,
    ),
    "",
  ];
}

/** A text of a page, which may have characters of Markdown or HTML. */
function cell(text: string): string {
  return text.replaceAll(/[\\`*_{}[\]<>()#+!|~&]/g, String.raw`\$&`);
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

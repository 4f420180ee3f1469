import { mockAuth0, type Scenario } from "auth0-msw";
import { endpoints } from "../../scenarios/types.ts";
import { listText } from "./list-text.ts";
import { withStatus } from "./status-filter.ts";
import { unknown } from "./unknown.ts";

interface ListOptions {
  readonly json?: boolean;
  readonly markdown?: boolean;
  readonly status?: string;
}

/** Formats the scenarios of one endpoint or both. Throws on an unknown endpoint or status. */
export function list(endpoint: string | undefined, { json, markdown, status }: ListOptions): string {
  if (endpoint !== undefined && !endpoints.some((each) => each === endpoint)) {
    throw unknown("endpoint", endpoint, endpoints, `Give ${endpoints.map((each) => `"${each}"`).join(" or ")}.`);
  }
  const all = mockAuth0().scenarios.filter((scenario) => endpoint === undefined || scenario.endpoint === endpoint);
  const listed = status === undefined ? all : withStatus(all, status);
  if (json) return JSON.stringify(listed, null, 2);
  return markdown ? listMarkdown(listed) : listText(listed);
}

function listMarkdown(listed: readonly Scenario[]): string {
  const rows = listed.map(({ id, status, error, template, evidence, summary }) => [
    code(id),
    String(status ?? "none"),
    code(error),
    code(template),
    summary,
    evidence,
  ]);
  const lines = [["scenario", "status", "`error`", "`error_description`", "what happened", "evidence"], ...rows];
  return lines
    .map((cells) => `| ${cells.map(escape).join(" | ")} |`)
    .toSpliced(1, 0, `|${" --- |".repeat(6)}`)
    .join("\n");
}

function code(value: string | null): string {
  return value === null ? "" : `\`${value}\``;
}

function escape(cell: string): string {
  return cell.replaceAll("|", String.raw`\|`).replaceAll("\n", " ");
}

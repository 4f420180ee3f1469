import { type Endpoint, mockAuth0, type Scenario } from "auth0-msw";
import { paint } from "../coverage/paint.ts";

/** Formats the scenarios of one endpoint or both. Throws on an unknown endpoint. */
export function list(endpoint: string | undefined, format: "text" | "json" | "markdown"): string {
  const auth0 = mockAuth0();
  // Throws on an unknown endpoint, with the nearest name.
  if (endpoint !== undefined) auth0.active(endpoint as Endpoint);
  const listed = auth0.scenarios.filter((scenario) => endpoint === undefined || scenario.endpoint === endpoint);
  if (format === "json") return JSON.stringify(listed, null, 2);
  return format === "markdown" ? markdown(listed) : text(listed);
}

function text(listed: readonly Scenario[]): string {
  const width = Math.max(...listed.map(({ id }) => id.length));
  return listed
    .map(({ id, status, error, summary, evidence }) =>
      [
        paint(colorOf(status), String(status ?? "–––")),
        paint("bold", id.padEnd(width)),
        paint("dim", evidence.padEnd(10)),
        error === null ? summary : `${error}: ${summary}`,
      ].join("  "),
    )
    .join("\n");
}

function colorOf(status: number | null): "green" | "yellow" | "red" | "magenta" {
  if (status === null) return "magenta";
  if (status < 400) return "green";
  return status < 500 ? "yellow" : "red";
}

function markdown(listed: readonly Scenario[]): string {
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

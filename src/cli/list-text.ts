import type { Scenario } from "auth0-msw";
import { paint } from "../coverage/paint.ts";
import { terminalWidth, wrap } from "./wrap.ts";

/** The columns, with two spaces between them. */
const widths = { status: 3, evidence: 10, gap: 2 };
/** In less space than this, the text of a scenario goes below its id. */
const narrowest = 40;

/** Formats scenarios for a terminal, grouped by endpoint. */
export function listText(scenarios: readonly Scenario[]): string {
  const idWidth = Math.max(...scenarios.map(({ id }) => id.length));
  const endpoints = [...new Set(scenarios.map(({ endpoint }) => endpoint))];
  return endpoints
    .map((endpoint) => {
      const own = scenarios.filter((scenario) => scenario.endpoint === endpoint);
      const count = `${own.length} ${own.length === 1 ? "scenario" : "scenarios"}`;
      const heading = `${paint(["bold", "underline"], endpoint)}  ${paint("dim", count)}`;
      return [heading, "", ...own.map((scenario) => row(scenario, idWidth))].join("\n");
    })
    .join("\n\n");
}

function row({ status, id, evidence, error, summary }: Scenario, idWidth: number): string {
  const text = error === null ? summary : `${error}: ${summary}`;
  const idAt = widths.status + widths.gap;
  const evidenceAt = idAt + idWidth + widths.gap;
  const textAt = evidenceAt + widths.evidence + widths.gap;
  const width = terminalWidth();

  const start = `${paint(colorOf(status), String(status ?? "–––"))}  ${paint("bold", id)}`;
  const padding = " ".repeat(evidenceAt - idAt - id.length);
  const indented = (at: number, lines: readonly string[]): string => lines.join(`\n${" ".repeat(at)}`);

  if (width - textAt >= narrowest) {
    const columns = `${start}${padding}${paint("dim", evidence.padEnd(widths.evidence))}  `;
    return columns + indented(textAt, wrap(text, width - textAt));
  }
  const below = wrap(text, width - idAt);
  return evidenceAt + widths.evidence <= width
    ? indented(idAt, [`${start}${padding}${paint("dim", evidence)}`, ...below])
    : indented(idAt, [start, paint("dim", evidence), ...below]);
}

function colorOf(status: number | null): "green" | "yellow" | "red" | "magenta" {
  if (status === null) return "magenta";
  if (status < 400) return "green";
  return status < 500 ? "yellow" : "red";
}

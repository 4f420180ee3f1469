import { type Verdict, verdicts } from "../screen/verdict.ts";
import { paint } from "./paint.ts";
import type { CoverageReport, ScenarioCoverage } from "./report.ts";

interface Shown extends ScenarioCoverage {
  readonly screen: NonNullable<ScenarioCoverage["screen"]>;
}

/** The scenarios whose screens were watched. */
export function shownIn({ endpoints }: CoverageReport): readonly Shown[] {
  return endpoints.flatMap(({ scenarios }) =>
    scenarios.filter((scenario): scenario is Shown => scenario.screen !== undefined),
  );
}

/** Formats what screens said as a table for a terminal with this many columns. Empty when none was watched. */
export function toScreenTable(report: CoverageReport, columns: number): string {
  const shown = shownIn(report);
  if (shown.length === 0) return "";
  const widths = {
    verdict: Math.max(...shown.map(({ screen }) => screen.verdict.length)),
    id: Math.max(...shown.map(({ id }) => id.length)),
  };
  const lines = shown.map(({ id, screen: { verdict, sentence, why } }) => {
    const start = `${markOf(verdict)} ${verdict.padEnd(widths.verdict)}  ${id.padEnd(widths.id)}  `;
    const text =
      verdict === "says" ? `“${sentence}”` : [why, sentence === "" ? "" : `“${sentence}”`].filter(Boolean).join(" ");
    const room = Math.max(20, columns - start.length - 1);
    const cut = text.length > room ? `${text.slice(0, room - 1)}…` : text;
    const color = verdict === "says" ? "green" : "yellow";
    return ` ${paint(color, start.slice(0, 2 + widths.verdict))}${start.slice(2 + widths.verdict)}${paint("dim", cut)}`;
  });
  return [` ${paint("bold", "What the screen said")}  ${summary(shown)}`, "", ...lines, ...sharedLines(report)].join(
    "\n",
  );
}

function sharedLines({ endpoints }: CoverageReport): string[] {
  return endpoints.flatMap(({ path, shared = [] }) =>
    shared.flatMap(({ sentence, remedies }) => [
      "",
      ` ${paint("yellow", "!")} ${path} shows the same for failures with different remedies: “${sentence}”`,
      ...Object.entries(remedies).map(([remedy, ids]) => `   ${remedy}: ${ids.join(", ")}`),
    ]),
  );
}

function markOf(verdict: Verdict): string {
  return verdict === "says" ? "✓" : "✗";
}

/** `30 says, 1 silent, 1 raw` */
function summary(shown: readonly Shown[]): string {
  const counts = verdicts.toReversed().map((verdict) => ({
    verdict,
    count: shown.filter(({ screen }) => screen.verdict === verdict).length,
  }));
  return counts.flatMap(({ verdict, count }) => (count > 0 ? `${count} ${verdict}` : [])).join(", ");
}

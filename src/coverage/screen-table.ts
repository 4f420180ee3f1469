import { type Judgement, type Verdict, verdicts } from "../screen/verdict.ts";
import { paint } from "./paint.ts";
import { printable } from "./printable.ts";
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
  const lines = shown.map(({ id, screen: { verdict, sentence, why, where } }) => {
    const start = `${markOf(verdict)} ${verdict.padEnd(widths.verdict)}  ${id.padEnd(widths.id)}  `;
    const said = sentence === "" ? "" : `“${printable(sentence)}”`;
    const text = verdict === "says" ? said : [printable(why), said].filter(Boolean).join(" ");
    const color = verdict === "says" ? "green" : "yellow";
    const line = ` ${paint(color, start.slice(0, 2 + widths.verdict))}${start.slice(2 + widths.verdict)}${paint("dim", cut(text, columns - start.length - 1))}`;
    // A fault has to be found.
    return verdict === "says" || where === undefined
      ? line
      : `${line}\n   ${paint("dim", cut(`in ${printable(where)}`, columns - 3))}`;
  });
  return [
    ` ${paint("bold", "What the screen said")}  ${countVerdicts(shown.map(({ screen }) => screen))}`,
    "",
    ...lines,
    ...sharedLines(report),
  ].join("\n");
}

/** A text with at most this many characters, but at least 20. */
function cut(text: string, room: number): string {
  const longest = Math.max(20, room);
  return text.length > longest ? `${text.slice(0, longest - 1)}…` : text;
}

function sharedLines({ endpoints }: CoverageReport): string[] {
  return endpoints.flatMap(({ path, shared = [] }) =>
    shared.flatMap(({ sentence, remedies }) => [
      "",
      ` ${paint("yellow", "!")} ${path} shows the same for failures with different remedies: “${printable(sentence)}”`,
      ...Object.entries(remedies).map(([remedy, ids]) => `   ${remedy}: ${ids.join(", ")}`),
    ]),
  );
}

function markOf(verdict: Verdict): string {
  return verdict === "says" ? "✓" : "✗";
}

/** `30 says, 1 silent, 1 raw` */
export function countVerdicts(screens: readonly Pick<Judgement, "verdict">[]): string {
  return verdicts
    .toReversed()
    .map((verdict) => ({ verdict, count: screens.filter((screen) => screen.verdict === verdict).length }))
    .flatMap(({ verdict, count }) => (count > 0 ? `${count} ${verdict}` : []))
    .join(", ");
}

import { paint } from "./paint.ts";
import { type CoverageReport, type EndpointCoverage, isCounted, summaryOf, type ScenarioCoverage } from "./report.ts";

const widest = 120;
const barLength = 24;
const gap = 3;

/** Formats the report as a table for a terminal with this many columns. */
export function toTable(report: CoverageReport, columns: number): string {
  const endpoints = report.endpoints.filter(({ total }) => total > 0);
  const all = endpoints.flatMap(({ scenarios }) => scenarios.filter(isCounted));
  const widths: Widths = {
    columns: Math.min(columns, widest),
    path: longest(endpoints.map(({ path }) => path)),
    times: longest(all.map(timesOf)),
    name: longest(all.map(nameOf)),
  };
  const head = [
    paint("bold", "Auth0 failure coverage"),
    paint(["bold", colorOf(report)], `${report.percentage}%`),
    summaryOf(report),
  ];
  const sections = endpoints.map((endpoint) => section(endpoint, widths));
  return [head.join("  "), ...sections].join("\n\n").replaceAll(/^(?=.)/gm, " ");
}

interface Widths {
  readonly columns: number;
  readonly path: number;
  readonly times: number;
  readonly name: number;
}

function section({ path, exercised, total, scenarios }: EndpointCoverage, widths: Widths): string {
  const done = Math.floor((barLength * exercised) / total);
  const bar = paint(colorOf({ exercised, total }), "━".repeat(done)) + paint("dim", "─".repeat(barLength - done));
  const title = `${paint("bold", `POST ${path.padEnd(widths.path)}`)}  ${bar}  ${exercised} of ${total}`;
  const counted = scenarios.filter(isCounted);
  const met = counted.filter(({ tests }) => tests > 0);
  const missed = counted.filter(({ tests }) => tests === 0);
  return [[title], grid(met, widths), missed.map((scenario) => missedLine(scenario, widths))]
    .filter(({ length }) => length > 0)
    .map((lines) => lines.join("\n"))
    .join("\n\n");
}

/** Arranges cells in as many columns as fit, ordered from top to bottom. */
function grid(scenarios: readonly ScenarioCoverage[], widths: Widths): string[] {
  const cell = "✓ ".length + widths.times + 2 + widths.name;
  const across = Math.max(1, Math.floor((widths.columns - 1 + gap) / (cell + gap)));
  const down = Math.ceil(scenarios.length / across);
  return Array.from({ length: down }, (_, row) =>
    scenarios
      .filter((__, index) => index % down === row)
      .map((scenario) => metCell(scenario, widths))
      .join(" ".repeat(gap))
      .trimEnd(),
  );
}

function metCell(scenario: ScenarioCoverage, widths: Widths): string {
  const times = timesOf(scenario).padStart(widths.times);
  return `${paint("green", "✓")} ${paint("dim", times)}  ${nameOf(scenario).padEnd(widths.name)}`;
}

/** The line that exercises a scenario, with the name highlighted. */
function missedLine(scenario: ScenarioCoverage, widths: Widths): string {
  const name = nameOf(scenario);
  const [before = "", after = ""] = scenario.line.split(name);
  return `${paint("red", "✗")} ${" ".repeat(widths.times)}  ${paint("dim", before)}${name}${paint("dim", after)}`;
}

function timesOf({ tests }: ScenarioCoverage): string {
  return `${tests}×`;
}

function nameOf({ id }: ScenarioCoverage): string {
  return id.slice(id.indexOf("/") + 1);
}

function longest(texts: readonly string[]): number {
  return Math.max(...texts.map(({ length }) => length));
}

function colorOf({ exercised, total }: Pick<EndpointCoverage, "exercised" | "total">): "green" | "yellow" {
  return exercised === total ? "green" : "yellow";
}

import { spawnSync } from "node:child_process";
import { styleText } from "node:util";
import { build } from "tsdown";
import { type Figure, isMet } from "./figure.ts";

// Benchmarks the built package on MSW 3 and MSW 2, each benchmark in its own process. Prints a table, or JSON with
// `--json`. To run some of them, name them: `npm run bench answer`. A missed goal is shown, but does not fail.

const benchmarks = [
  "answer",
  "fetch",
  "switch",
  "scale",
  "isolation",
  "import",
  "first-request",
  "start-check",
  "screen-cost",
  "types",
];
const digits: Readonly<Record<Figure["unit"], number>> = { "×": 2, "× cheaper": 0, ms: 1, kB: 0, instantiations: 0 };
const asJson = process.argv.includes("--json");
const chosen = process.argv.slice(2).filter((argument) => argument !== "--json");

await build({ logLevel: "error" });
const groups = benchmarks
  .filter((name) => chosen.length === 0 || chosen.includes(name))
  .map((name) => {
    process.stderr.write(styleText("dim", `${name} …\n`));
    return { name, msw3: run(name), msw2: run(name, "--import=./bench/on-msw2.ts") };
  });

if (asJson) console.log(JSON.stringify(groups, null, 2));
else for (const line of table()) console.log(line);

function run(name: string, ...options: string[]): readonly Figure[] {
  const args = ["--expose-gc", "--disable-warning=ExperimentalWarning", ...options, `bench/${name}.ts`];
  const { status, stdout } = spawnSync(process.execPath, args, {
    encoding: "utf8",
    stdio: ["ignore", "pipe", "inherit"],
  });
  if (status !== 0) throw new Error(`The benchmark "${name}" failed.`);
  return JSON.parse(stdout) as Figure[];
}

function table(): string[] {
  const head = [["", "goal", "MSW 3", "MSW 2"]];
  const rows = groups.flatMap(({ msw3, msw2 }) =>
    [[""]].concat(msw3.map((figure, index) => [figure.what, goalOf(figure), shown(figure), shown(msw2[index])])),
  );
  const all = head.concat(rows);
  const widths = [0, 1, 2, 3].map((column) => Math.max(...all.map((row) => row[column]?.length ?? 0)));
  return all.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join("   ")
      .trimEnd(),
  );
}

function goalOf({ goal, unit }: Figure): string {
  if (goal === undefined) return "";
  if (goal === "noise") return "within the noise";
  return "atMost" in goal ? `≤ ${format(goal.atMost, unit)}` : `≥ ${format(goal.atLeast, unit)}`;
}

function shown(figure: Figure | undefined): string {
  if (!figure) return "";
  const { value, noise, unit } = figure;
  const met = isMet(figure);
  const mark = met === undefined ? " " : met ? "✓" : "✗";
  return `${mark} ${format(value, unit)}${noise === undefined ? "" : ` ± ${number(noise, unit)}`}`;
}

function format(value: number, unit: Figure["unit"]): string {
  return `${number(value, unit)} ${unit}`;
}

function number(value: number, unit: Figure["unit"]): string {
  return value.toLocaleString("en", { minimumFractionDigits: digits[unit], maximumFractionDigits: digits[unit] });
}

import { readFileSync } from "node:fs";
import type { Row } from "../../tests/matrix/results.ts";
import { codeSpan, table } from "./markdown.ts";

/** Tables of what `npm run test:matrix` ran on, from the results that it wrote. */
export function compatibilityTables(): string {
  return [
    "## Storybook",
    tableOf("storybook", ["Storybook", "Framework", "Stories in"], ([version = "", framework = "", format = ""]) => [
      version,
      codeSpan(framework),
      format,
    ]),
    "## Node and Bun",
    tableOf("runners", ["In", "MSW", "Runs"], (cells) => [...cells]),
    "## TypeScript",
    tableOf("types", ["TypeScript", "`moduleResolution`"], ([version = "", resolution = ""]) => [
      version,
      codeSpan(resolution),
    ]),
    "## Apps",
    tableOf("apps", ["App"], ([app = ""]) => [app]),
    "## `npm install`",
    tableOf("installs", ["Beside"], ([other = ""]) => [codeSpan(other)]),
  ].join("\n\n");
}

function tableOf(name: string, titles: readonly string[], show: (cells: readonly string[]) => string[]): string {
  const rows = JSON.parse(readFileSync(`tests/matrix/results/${name}.json`, "utf8")) as readonly Row[];
  return table(
    [...titles, "Result", "Run"],
    rows.map(({ cells, passed, always }) =>
      show(cells).concat(passed ? "works" : "fails", always ? "on every change" : "before a release"),
    ),
  );
}

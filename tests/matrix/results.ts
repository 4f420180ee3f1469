import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { onTestFinished } from "vitest";

/** One row of the tables in `docs/compatibility.md`. */
export interface Row {
  /** The cells of the row, without the result. */
  readonly cells: readonly string[];
  readonly passed: boolean;
  /** Whether every change runs it, or only `MATRIX=all`. */
  readonly always: boolean;
}

const folder = fileURLToPath(new URL("results/", import.meta.url));

/** Writes the result of the current test into `results/<name>.json`, where the documentation finds it. */
export function record(
  name: string,
  order: readonly (readonly string[])[],
  cells: readonly string[],
  always: boolean,
): void {
  onTestFinished(({ task }) => {
    const passed = task.result?.state !== "fail";
    const file = `${folder}${name}.json`;
    const before = existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as Row[]) : [];
    const key = JSON.stringify(cells);
    const others = before.filter((row) => JSON.stringify(row.cells) !== key);
    const place = (row: Row): number => order.findIndex((each) => JSON.stringify(each) === JSON.stringify(row.cells));
    const rows = [...others, { cells, passed, always }].filter((row) => place(row) !== -1);
    mkdirSync(folder, { recursive: true });
    writeFileSync(
      file,
      `${JSON.stringify(
        rows.toSorted((a, b) => place(a) - place(b)),
        null,
        2,
      )}\n`,
    );
  });
}

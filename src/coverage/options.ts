import { extname } from "node:path";
import { unknownName } from "../catalog/unknown-name.ts";
import type { Include } from "./report.ts";

// Not an interface: Vitest expects an index signature.
/** The options of the coverage reporters. */
export type CoverageOptions = {
  /**
   * `"documented"`, the default: the failures whose bodies the API's reference documents.
   * `"all"`: every scenario of the catalog.
   */
  readonly include?: Include;
  /** The percentage, from 0 to 100, below which the run fails. */
  readonly threshold?: number;
  /** Files to write: JSON for `.json`, Markdown for `.md`. */
  readonly outputFile?: string | readonly string[];
};

/** The options with their defaults filled in. */
export interface CoverageSettings {
  readonly include: Include;
  readonly threshold: number | undefined;
  readonly outputFiles: readonly string[];
}

export const optionNames: readonly (keyof CoverageOptions)[] = ["include", "threshold", "outputFile"];

/** Fills in the defaults. Throws on an unknown or invalid option. */
export function readOptions(options: CoverageOptions): CoverageSettings {
  for (const name of Object.keys(options)) {
    if (!optionNames.some((known) => known === name)) throw unknownName("coverage option", name, optionNames);
  }
  const { include = "documented", threshold, outputFile = [] } = options;
  if (include !== "documented" && include !== "all") {
    throw new TypeError(`Invalid include ${format(include)}. Give "documented" or "all".`);
  }
  if (threshold !== undefined && !(typeof threshold === "number" && threshold >= 0 && threshold <= 100)) {
    throw new TypeError(`Invalid threshold ${format(threshold)}. Give a percentage from 0 to 100.`);
  }
  const outputFiles = [outputFile].flat();
  for (const file of outputFiles) {
    if (typeof file === "string" && [".json", ".md"].includes(extname(file))) continue;
    throw new TypeError(`Invalid outputFile ${format(file)}. Give a file that ends in .json or .md.`);
  }
  return { include, threshold, outputFiles };
}

function format(given: unknown): string {
  return typeof given === "string" ? `"${given}"` : String(given);
}

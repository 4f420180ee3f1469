import { extname } from "node:path";
import { type Endpoint, endpoints as allEndpoints } from "../../scenarios/types.ts";
import type { LiveId, ScenarioId } from "../catalog/scenario-id.ts";
import { checkKeys, unknownName } from "../catalog/unknown-name.ts";
import { type Verdict, verdicts } from "../screen/verdict.ts";
import { countedIds, type Include, type Narrowing } from "./report.ts";

// Not an interface: Vitest expects an index signature.
/** The options of the coverage reporters. */
export type CoverageOptions = {
  /**
   * `"documented"`, the default: the failures whose bodies the API's reference documents.
   * `"all"`: every scenario of the catalog.
   */
  readonly include?: Include;
  /** Counts only the failures of these endpoints. Defaults to both. Verdicts are reported for all. */
  readonly endpoints?: readonly Endpoint[];
  /** The ids of failures that don't count, for example because your app never sends such a request. */
  readonly exclude?: readonly Exclude<ScenarioId, LiveId>[];
  /**
   * The percentage, from 0 to 100, below which the run fails. Or an object: `met` is that percentage, and the others are
   * how many failures may have that verdict at most. Verdicts need `screen: true` in the set-up of the tests.
   */
  readonly threshold?: number | Threshold;
  /** Files to write: JSON for `.json`, Markdown for `.md`. */
  readonly outputFile?: string | readonly string[];
};

/** When a run fails. */
export type Threshold = {
  /** The least percentage of failures that tests must have met, from 0 to 100. */
  readonly met?: number;
} & { readonly [Fault in Exclude<Verdict, "says">]?: number };

/** The options with their defaults filled in. */
export interface CoverageSettings {
  readonly include: Include;
  readonly counts: Narrowing;
  readonly threshold: Threshold;
  readonly outputFiles: readonly string[];
}

export const optionNames: readonly (keyof CoverageOptions)[] = [
  "include",
  "endpoints",
  "exclude",
  "threshold",
  "outputFile",
];

/** Fills in the defaults. Throws on an unknown or invalid option. */
export function readOptions(options: CoverageOptions): CoverageSettings {
  for (const name of Object.keys(options)) {
    if (!optionNames.some((known) => known === name)) throw unknownName("coverage option", name, optionNames);
  }
  const { include = "documented", endpoints, exclude, threshold, outputFile = [] } = options;
  if (include !== "documented" && include !== "all") {
    throw new TypeError(`Invalid include ${format(include)}. Give "documented" or "all".`);
  }
  const counts = readCounts(include, endpoints, exclude);
  const outputFiles = [outputFile].flat();
  for (const file of outputFiles) {
    if (typeof file === "string" && [".json", ".md"].includes(extname(file))) continue;
    throw new TypeError(`Invalid outputFile ${format(file)}. Give a file that ends in .json or .md.`);
  }
  return { include, counts, threshold: readThreshold(threshold), outputFiles };
}

function readCounts(
  include: Include,
  endpoints: CoverageOptions["endpoints"],
  exclude: CoverageOptions["exclude"],
): Narrowing {
  checkNames("endpoint", "endpoints", endpoints, allEndpoints);
  checkNames("scenario", "exclude", exclude, countedIds("all", {}));
  const counts = { ...(endpoints && { endpoints }), ...(exclude && { exclude }) };
  if (countedIds(include, counts).length > 0) return counts;
  throw new TypeError("Nothing is left to count. Name an endpoint in `endpoints`, or exclude fewer failures.");
}

function checkNames(what: string, option: string, given: unknown, known: readonly string[]): void {
  if (given === undefined) return;
  if (!Array.isArray(given)) throw new TypeError(`Invalid ${option} ${format(given)}. Give a list of names.`);
  for (const name of given as readonly unknown[]) {
    if (!known.some((each) => each === name)) throw unknownName(what, name, known, ` in ${option}`);
  }
}

const faults = verdicts.filter((verdict) => verdict !== "says");

function readThreshold(given: unknown): Threshold {
  if (given === undefined) return {};
  if (typeof given !== "object" || given === null) return { met: readPercentage("threshold", given) };
  checkKeys("threshold", given, ["met", ...faults]);
  for (const [name, value] of Object.entries(given)) {
    if (name === "met") readPercentage("threshold.met", value);
    else if (!(Number.isInteger(value) && Number(value) >= 0)) {
      throw new TypeError(`Invalid threshold "${name}": ${format(value)}. Give a whole number from 0 up.`);
    }
  }
  return given;
}

function readPercentage(name: string, given: unknown): number {
  if (typeof given === "number" && given >= 0 && given <= 100) return given;
  throw new TypeError(`Invalid ${name} ${format(given)}. Give a percentage from 0 to 100.`);
}

function format(given: unknown): string {
  return typeof given === "string" ? `"${given}"` : String(given);
}

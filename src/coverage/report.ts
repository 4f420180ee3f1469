import { catalog } from "../../scenarios/index.ts";
import { type CatalogEntry, type Endpoint, endpoints, paths } from "../../scenarios/types.ts";
import type { ScreenRecord } from "../screen/screen-watch.ts";
import { verdicts } from "../screen/verdict.ts";
import { type SharedSentence, sharedSentences } from "./shared-sentences.ts";

/** `documented`: the failures whose bodies the API's reference documents. `all`: every scenario of the catalog. */
export type Include = "documented" | "all";

/** Which of the scenarios that `include` names count. */
export interface Narrowing {
  /** Only the scenarios of these endpoints. */
  readonly endpoints?: readonly Endpoint[];
  /** All but the scenarios with these ids. */
  readonly exclude?: readonly string[];
}

/** The scenarios that the tests of a run met, as written to the JSON output file. */
export interface CoverageReport {
  /** The version of this format. */
  readonly version: 1;
  readonly include: Include;
  /** The options `endpoints` and `exclude`. Only those that were set. */
  readonly counts?: Narrowing;
  readonly exercised: number;
  readonly total: number;
  /** Rounded down to one decimal place. */
  readonly percentage: number;
  readonly endpoints: readonly EndpointCoverage[];
}

export interface EndpointCoverage {
  readonly endpoint: Endpoint;
  readonly path: string;
  readonly exercised: number;
  readonly total: number;
  /** In catalog order. */
  readonly scenarios: readonly ScenarioCoverage[];
  /** Sentences that screens show for failures whose remedies differ. Only when tests watch the screen. */
  readonly shared?: readonly SharedSentence[];
}

export interface ScenarioCoverage {
  readonly id: string;
  /** The number of passing tests that met it. */
  readonly tests: number;
  /** The line for a test that exercises it. */
  readonly line: string;
  /** False for a scenario that the options leave out. It is listed, but not counted, because it has a verdict. */
  readonly counted?: false;
  /** What the screen said to it, in the passed or failed test with the worst verdict. Only when tests watch the screen. */
  readonly screen?: ScreenCoverage;
}

/** What the screen said to a scenario, and where. */
export type ScreenCoverage = Omit<ScreenRecord, "scenario">;

/**
 * Counts the scenarios that passing tests met, from the ids of each test, with what screens said in all tests. A verdict
 * is kept whatever counts. Ignores ids that are not in the catalog.
 */
export function createReport(
  served: readonly (readonly string[])[],
  include: Include,
  screens: readonly ScreenRecord[] = [],
  counts: Narrowing = {},
): CoverageReport {
  const tests = new Map<string, number>();
  for (const id of served.flatMap((ids) => [...new Set(ids)])) tests.set(id, (tests.get(id) ?? 0) + 1);

  const counted = new Set(countedIds(include, counts));
  const covered = endpoints.flatMap((endpoint) => {
    const scenarios = idsOf(endpoint, "all")
      .map((id) => toScenario(id, tests.get(id) ?? 0, counted.has(id), screens))
      .filter((scenario) => isCounted(scenario) || scenario.screen !== undefined);
    return scenarios.length > 0 ? toEndpoint(endpoint, scenarios) : [];
  });
  const sums = countIn(covered.flatMap(({ scenarios }) => scenarios));
  return {
    version: 1,
    include,
    ...(Object.keys(counts).length > 0 && { counts }),
    ...sums,
    percentage: Math.floor(10 * exactPercentage(sums)) / 10,
    endpoints: covered,
  };
}

/** The ids that a report counts, in catalog order. */
export function countedIds(include: Include, { endpoints: only = endpoints, exclude = [] }: Narrowing): string[] {
  return endpoints
    .filter((endpoint) => only.includes(endpoint))
    .flatMap((endpoint) => idsOf(endpoint, include))
    .filter((id) => !exclude.includes(id));
}

/** Whether a scenario counts for the percentage. */
export function isCounted({ counted }: Pick<ScenarioCoverage, "counted">): boolean {
  return counted !== false;
}

function toEndpoint(endpoint: Endpoint, scenarios: readonly ScenarioCoverage[]): EndpointCoverage {
  const shared = sharedSentences(scenarios);
  return {
    endpoint,
    path: paths[endpoint],
    ...countIn(scenarios),
    scenarios,
    ...(shared.length > 0 && { shared }),
  };
}

function toScenario(id: string, tests: number, counts: boolean, screens: readonly ScreenRecord[]): ScenarioCoverage {
  const screen = worstScreen(screens.filter(({ scenario }) => scenario === id));
  return { id, tests, line: `auth0.use("${id}");`, ...(!counts && { counted: false }), ...(screen && { screen }) };
}

function worstScreen(records: readonly ScreenRecord[]): ScreenCoverage | undefined {
  const [worst] = records.toSorted((a, b) => verdicts.indexOf(a.verdict) - verdicts.indexOf(b.verdict));
  if (!worst) return undefined;
  const { verdict, sentence, why, where, screenshot } = worst;
  return {
    verdict,
    sentence,
    why,
    ...(where !== undefined && { where }),
    ...(screenshot !== undefined && { screenshot }),
  };
}

/** From 0 to 100, not rounded. */
export function exactPercentage({ exercised, total }: Pick<CoverageReport, "exercised" | "total">): number {
  return (100 * exercised) / total;
}

/** `22 of 32 documented failures`, and what the options leave out. */
export function summaryOf({ include, counts = {}, exercised, total }: CoverageReport): string {
  const { endpoints: only, exclude = [] } = counts;
  const what = include === "documented" ? "documented failures" : "scenarios";
  const where = only ? ` of ${only.map((endpoint) => paths[endpoint]).join(" and ")}` : "";
  const without = exclude.length > 0 ? ` (${exclude.length} excluded)` : "";
  return `${exercised} of ${total} ${what}${where}${without}`;
}

function countIn(scenarios: readonly ScenarioCoverage[]): Pick<CoverageReport, "exercised" | "total"> {
  const counted = scenarios.filter(isCounted);
  return { exercised: counted.filter(({ tests }) => tests > 0).length, total: counted.length };
}

function idsOf(endpoint: Endpoint, include: Include): string[] {
  return Object.entries<CatalogEntry>(catalog[endpoint])
    .filter(([, entry]) => include === "all" || isDocumentedFailure(entry))
    .map(([name]) => `${endpoint}/${name}`);
}

function isDocumentedFailure({ kind = "failure", evidence }: CatalogEntry): boolean {
  return kind === "failure" && evidence === "documented";
}

import { catalog } from "../../scenarios/index.ts";
import { type CatalogEntry, type Endpoint, endpoints, paths } from "../../scenarios/types.ts";
import type { ScreenRecord } from "../screen/screen-watch.ts";
import { verdicts } from "../screen/verdict.ts";
import { type SharedSentence, sharedSentences } from "./shared-sentences.ts";

/** `documented`: the failures whose bodies the API's reference documents. `all`: every scenario of the catalog. */
export type Include = "documented" | "all";

/** The scenarios that the passing tests of a run met, as written to the JSON output file. */
export interface CoverageReport {
  /** The version of this format. */
  readonly version: 1;
  readonly include: Include;
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
  /** What the screen said to it, in the test with the worst verdict. Only when tests watch the screen. */
  readonly screen?: ScreenCoverage;
}

/** What the screen said to a scenario, and where. */
export type ScreenCoverage = Omit<ScreenRecord, "scenario">;

/**
 * Counts the scenarios that passing tests met, from the ids of each test, with what screens said to them. Ignores ids
 * that are not in the catalog.
 */
export function createReport(
  served: readonly (readonly string[])[],
  include: Include,
  screens: readonly ScreenRecord[] = [],
): CoverageReport {
  const tests = new Map<string, number>();
  for (const id of served.flatMap((ids) => [...new Set(ids)])) tests.set(id, (tests.get(id) ?? 0) + 1);

  const covered = endpoints.map((endpoint) => {
    const ids = idsOf(endpoint, include);
    return toEndpoint(
      endpoint,
      ids.map((id) => toScenario(id, tests.get(id) ?? 0, screens)),
    );
  });
  const all = covered.flatMap(({ scenarios }) => scenarios);
  const counts = { exercised: exercisedIn(all), total: all.length };
  const percentage = Math.floor(10 * exactPercentage(counts)) / 10;
  return { version: 1, include, ...counts, percentage, endpoints: covered };
}

function toEndpoint(endpoint: Endpoint, scenarios: readonly ScenarioCoverage[]): EndpointCoverage {
  const shared = sharedSentences(scenarios);
  return {
    endpoint,
    path: paths[endpoint],
    exercised: exercisedIn(scenarios),
    total: scenarios.length,
    scenarios,
    ...(shared.length > 0 && { shared }),
  };
}

function toScenario(id: string, tests: number, screens: readonly ScreenRecord[]): ScenarioCoverage {
  const screen = worstScreen(screens.filter(({ scenario }) => scenario === id));
  return { id, tests, line: `auth0.use("${id}");`, ...(screen && { screen }) };
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

/** `22 of 32 documented failures` */
export function summaryOf({ include, exercised, total }: CoverageReport): string {
  return `${exercised} of ${total} ${include === "documented" ? "documented failures" : "scenarios"}`;
}

function exercisedIn(scenarios: readonly ScenarioCoverage[]): number {
  return scenarios.filter(({ tests }) => tests > 0).length;
}

function idsOf(endpoint: Endpoint, include: Include): string[] {
  return Object.entries<CatalogEntry>(catalog[endpoint])
    .filter(([, entry]) => include === "all" || isDocumentedFailure(entry))
    .map(([name]) => `${endpoint}/${name}`);
}

function isDocumentedFailure({ kind = "failure", evidence }: CatalogEntry): boolean {
  return kind === "failure" && evidence === "documented";
}

import { type Remedy, remedyOf } from "../../../scenarios/remedies.ts";
import type { Endpoint } from "../../../scenarios/types.ts";
import type { Scenario } from "../../catalog/scenario.ts";
import { verdicts } from "../../screen/verdict.ts";
import type { CoverageReport, ScenarioCoverage, ScreenCoverage } from "../report.ts";
import type { SharedSentence } from "../shared-sentences.ts";
import type { Changes } from "./changes.ts";

/** The verdicts, the worst first, then the failures without one. */
export const states = [...verdicts, "not watched", "not met"] as const;

export type State = (typeof states)[number];

/** A failure as the page shows it. */
export interface Failure {
  readonly id: string;
  readonly state: State;
  readonly summary: string;
  readonly remedy: Remedy | undefined;
  readonly status: number | null | undefined;
  readonly error: string | null;
  readonly description: string | null;
  readonly screen: ScreenCoverage | undefined;
  /** The screenshot as a data URL. */
  readonly picture: string | undefined;
  readonly tests: number;
  readonly line: string;
}

/** The failures of one endpoint, the worst verdict first. */
export interface EndpointReview {
  readonly endpoint: Endpoint;
  readonly path: string;
  readonly failures: readonly Failure[];
  readonly shared: readonly SharedSentence[];
}

/** All that the page shows. */
export interface Review {
  readonly endpoints: readonly EndpointReview[];
  /** What happened, by the id of a failure. */
  readonly summaryOf: (id: string) => string;
  readonly changes: Changes | undefined;
}

interface Sources {
  readonly report: CoverageReport;
  /** The catalog. */
  readonly scenarios: readonly Scenario[];
  /** The screenshots as data URLs, by the path in the report. */
  readonly pictures: ReadonlyMap<string, string>;
  readonly changes: Changes | undefined;
}

/** Joins a report with the catalog. Leaves out successes, which are no failures. */
export function createReview({ report, scenarios, pictures, changes }: Sources): Review {
  const known = new Map<string, Scenario>(scenarios.map((scenario) => [scenario.id, scenario]));
  // Another version may have written the report, with an id that this one does not know.
  const summaryOf = (id: string): string => known.get(id)?.summary ?? id;
  const endpoints = report.endpoints.map(({ endpoint, path, scenarios: covered, shared = [] }) => ({
    endpoint,
    path,
    shared,
    failures: covered
      .filter(({ id }) => known.get(id)?.kind !== "success")
      .map((scenario) => toFailure(scenario, known.get(scenario.id), pictures))
      .toSorted((one, other) => states.indexOf(one.state) - states.indexOf(other.state)),
  }));
  return { endpoints, summaryOf, changes };
}

function toFailure(
  { id, tests, line, screen }: ScenarioCoverage,
  scenario: Scenario | undefined,
  pictures: ReadonlyMap<string, string>,
): Failure {
  return {
    id,
    state: screen?.verdict ?? (tests === 0 ? "not met" : "not watched"),
    summary: scenario?.summary ?? id,
    remedy: remedyOf(id),
    status: scenario?.status,
    error: scenario?.error ?? null,
    description: scenario?.description ?? null,
    screen,
    picture: pictures.get(screen?.screenshot ?? ""),
    tests,
    line,
  };
}

/** How many failures have each state. Those that none has are left out. */
export function countStates(
  failures: readonly Failure[],
): readonly { readonly state: State; readonly count: number }[] {
  return states
    .map((state) => ({ state, count: failures.filter((failure) => failure.state === state).length }))
    .filter(({ count }) => count > 0);
}

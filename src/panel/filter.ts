import type { Endpoint, Evidence } from "../../scenarios/types.ts";
import type { Row } from "./row.ts";
import { wordMatcher } from "./word-matcher.ts";

/** Which rows to show. An empty string matches every row. */
export interface Filter {
  readonly text: string;
  readonly endpoint: Endpoint | "";
  /** A status, or `none` for scenarios without a response. */
  readonly status: string;
  readonly evidence: Evidence | "";
}

export const noFilter: Filter = { text: "", endpoint: "", status: "", evidence: "" };

/** Whether any filter is set. */
export function isFiltering(filter: Filter): boolean {
  return Object.values(filter).some((value) => value !== "");
}

/** The rows that match. Every word of the text must occur in the row. */
export function filterRows(rows: readonly Row[], filter: Filter): Row[] {
  const matches = wordMatcher(filter.text);
  return rows.filter((row) => {
    const { scenario } = row;
    if (filter.endpoint !== "" && row.endpoint !== filter.endpoint) return false;
    if (filter.status !== "" && (!scenario || statusName(scenario.status) !== filter.status)) return false;
    if (filter.evidence !== "" && scenario?.evidence !== filter.evidence) return false;
    return matches(searchable(row));
  });
}

/** How many of the rows are scenarios. The others are the live tenant. */
export function countScenarios(rows: readonly Row[]): number {
  return rows.filter(({ scenario }) => scenario !== null).length;
}

/** The statuses of all rows, sorted. */
export function statusesIn(rows: readonly Row[]): string[] {
  return [...new Set(rows.flatMap(({ scenario }) => (scenario ? statusName(scenario.status) : [])))].toSorted();
}

function statusName(status: number | null): string {
  return status === null ? "none" : String(status);
}

function searchable({ id, title, scenario }: Row): string {
  const { status, error, description, summary, kind, grant } = scenario ?? {};
  return [id, title, status, error, description, summary, kind, grant].join(" ");
}

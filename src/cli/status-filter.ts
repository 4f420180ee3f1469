import type { Scenario } from "auth0-msw";
import { showValue } from "../catalog/show-value.ts";

/** Filters scenarios by a status code (`401`), a class (`4xx`) or `none`. Throws when none of them fits. */
export function withStatus(scenarios: readonly Scenario[], given: string): Scenario[] {
  const wanted = given.trim().toLowerCase();
  const found = scenarios.filter(({ status }) => codeOf(status) === wanted || classOf(status) === wanted);
  if (found.length > 0) return found;

  const nearest = nearestTo(wanted, scenarios);
  const help =
    nearest === undefined ? "Give a code such as 401, a class such as 4xx, or none." : `Did you mean "${nearest}"?`;
  throw new TypeError(`Unknown status ${showValue(given)}. ${help}`);
}

function codeOf(status: number | null): string {
  return String(status ?? "none");
}

function classOf(status: number | null): string {
  return codeOf(status).replace(/^(\d)\d\d$/, "$1xx");
}

/** Of the statuses that start the same, the one with the most characters in the same place. A class comes before its codes. */
function nearestTo(given: string, scenarios: readonly Scenario[]): string | undefined {
  const known = [classOf, codeOf].flatMap((name) => scenarios.map(({ status }) => name(status)).toSorted());
  const sameCharacters = (name: string): number =>
    Array.from(name).filter((character, at) => character === given[at]).length;
  return known
    .filter((name) => name[0] === given[0])
    .toSorted((one, other) => sameCharacters(other) - sameCharacters(one))[0];
}

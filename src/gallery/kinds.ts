import type { Endpoint } from "../../scenarios/types.ts";
import type { Scenario } from "../catalog/scenario.ts";

/** Groups of scenarios that the user shows or hides, by name. */
export const kinds = {
  documented: "Documented failures",
  observed: "Observed failures",
  inferred: "Inferred failures",
  transport: "Transport problems",
  success: "Success",
  "your own": "Your own scenarios",
} as const;

/** The name of a group. */
export type Kind = keyof typeof kinds;

/** What is shown first. */
export const firstKinds: readonly Kind[] = ["documented", "observed", "your own"];

/** The group of a scenario. */
export function kindOf({ source, kind, evidence }: Scenario<string>): Kind {
  if (source === "your own scenario") return "your own";
  if (kind === "success") return "success";
  return kind === "transport" ? "transport" : evidence;
}

/** The groups that an endpoint has, in order. */
export function kindsOf(scenarios: readonly Scenario<string>[], endpoint: Endpoint): Kind[] {
  const present = new Set(scenarios.filter((each) => each.endpoint === endpoint).map(kindOf));
  return (Object.keys(kinds) as Kind[]).filter((kind) => present.has(kind));
}

/** The scenarios of some groups of an endpoint, sorted by status. Those without a response are the last. */
export function scenariosOf(
  scenarios: readonly Scenario<string>[],
  endpoint: Endpoint,
  shown: readonly Kind[],
): Scenario<string>[] {
  return scenarios
    .filter((each) => each.endpoint === endpoint && shown.includes(kindOf(each)))
    .toSorted((one, other) => (one.status ?? 1000) - (other.status ?? 1000));
}

import { type Endpoint, endpoints } from "../../scenarios/types.ts";
import type { Scenario } from "../catalog/scenario.ts";
import type { PanelModel } from "./model.ts";
import { titleOf } from "./title.ts";

/** A row of the list: a scenario, or the demo tenant of an endpoint. */
export interface Row {
  readonly id: string;
  readonly endpoint: Endpoint;
  /** The id without its endpoint. */
  readonly name: string;
  /** The name as a person would say it. */
  readonly title: string;
  /** Null for the tenant. */
  readonly scenario: Scenario<string> | null;
}

/** All rows, sorted by endpoint and status. The tenant comes first. */
export function rowsOf({ scenarios }: Pick<PanelModel, "scenarios">): Row[] {
  const tenants = endpoints.map((endpoint) => toRow(`${endpoint}/live`, endpoint, null));
  const answers = scenarios.map((scenario) => toRow(scenario.id, scenario.endpoint, scenario));
  return [...tenants, ...answers].toSorted(
    (one, other) => endpoints.indexOf(one.endpoint) - endpoints.indexOf(other.endpoint) || rank(one) - rank(other),
  );
}

function toRow(id: string, endpoint: Endpoint, scenario: Scenario<string> | null): Row {
  const name = nameOf(id);
  return { id, endpoint, name, title: scenario ? titleOf(name) : "Demo tenant", scenario };
}

function rank({ scenario }: Row): number {
  return scenario ? (scenario.status ?? 1000) : 0;
}

/** An id without its endpoint. */
export function nameOf(id: string): string {
  return id.slice(id.indexOf("/") + 1);
}

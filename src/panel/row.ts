import { type Endpoint, endpoints } from "../../scenarios/types.ts";
import type { Scenario } from "../catalog/scenario.ts";
import type { PanelModel } from "./model.ts";

/** A row of the list: a scenario, or the live tenant of an endpoint. */
export interface Row {
  readonly id: string;
  readonly endpoint: Endpoint;
  /** The id without its endpoint. */
  readonly name: string;
  /** Null for the tenant. */
  readonly scenario: Scenario<string> | null;
}

/** All rows, sorted by endpoint and status. The tenant comes first. */
export function rowsOf({ scenarios }: PanelModel): Row[] {
  const tenants = endpoints.map((endpoint) => toRow(`${endpoint}/live`, endpoint, null));
  const answers = scenarios.map((scenario) => toRow(scenario.id, scenario.endpoint, scenario));
  return [...tenants, ...answers].toSorted(
    (one, other) => endpoints.indexOf(one.endpoint) - endpoints.indexOf(other.endpoint) || rank(one) - rank(other),
  );
}

function toRow(id: string, endpoint: Endpoint, scenario: Scenario<string> | null): Row {
  return { id, endpoint, name: nameOf(id), scenario };
}

function rank({ scenario }: Row): number {
  return scenario ? (scenario.status ?? 1000) : 0;
}

/** An id without its endpoint. */
export function nameOf(id: string): string {
  return id.slice(id.indexOf("/") + 1);
}

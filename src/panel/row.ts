import { type Endpoint, endpoints } from "../../scenarios/types.ts";
import type { Scenario } from "../catalog/scenario.ts";
import type { PanelModel } from "./model.ts";

/** One line of the list: a scenario, or the live tenant of an endpoint. */
export interface Row {
  readonly id: string;
  readonly endpoint: Endpoint;
  /** The id without its endpoint. */
  readonly name: string;
  /** Null for the tenant. */
  readonly scenario: Scenario<string> | null;
}

/** Every line of the list: by endpoint, the tenant first, then by status. */
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

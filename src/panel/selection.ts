import { endpoints } from "../../scenarios/types.ts";
import { endpointOf, idOf, type UntypedActivation } from "../catalog/activation.ts";
import type { CustomScenarios } from "../catalog/scenario-id.ts";

/** What is switched on. Several activations of one endpoint are a sequence. */
export interface Selection {
  readonly activations: readonly UntypedActivation[];
  /** The endpoints whose sequences start over after their last step. */
  readonly cycle?: readonly string[];
  /** The custom scenarios that the activations name. */
  readonly scenarios?: CustomScenarios;
}

/** The selection of each endpoint. */
export function byEndpoint(selection: Selection): readonly Selection[] {
  const groups = Map.groupBy(selection.activations, endpointOf);
  return Array.from(groups.values(), (activations) => trimmed({ ...selection, activations }));
}

/** Replaces what a selection has for the endpoints of another one. */
export function merged(before: Selection, after: Selection): Selection {
  const others = after.activations.map(endpointOf).reduce(without, before);
  return trimmed({
    activations: [...others.activations, ...after.activations],
    cycle: [...(others.cycle ?? []), ...(after.cycle ?? [])],
    scenarios: mergedScenarios(before.scenarios, after.scenarios),
  });
}

/** A selection without an endpoint, or an empty one when there is no endpoint. */
export function without(selection: Selection, endpoint: string | undefined): Selection {
  if (endpoint === undefined) return { activations: [] };
  return trimmed({ ...selection, activations: selection.activations.filter((each) => endpointOf(each) !== endpoint) });
}

/** Custom scenarios with others added. Those of the same id are replaced. */
export function mergedScenarios(before: CustomScenarios = {}, after: CustomScenarios = {}): CustomScenarios {
  const named = endpoints.filter((endpoint) => before[endpoint] ?? after[endpoint]);
  return Object.fromEntries(named.map((endpoint) => [endpoint, { ...before[endpoint], ...after[endpoint] }]));
}

/** Leaves out the cycles and the custom scenarios that no activation needs. */
export function trimmed({ activations, cycle = [], scenarios = {} }: Selection): Selection {
  const ids = new Set(activations.map(idOf));
  const named = new Set(activations.map(endpointOf));
  const cycles = cycle.filter((endpoint) => named.has(endpoint));
  // A link or a file may have anything under other names.
  const used = endpoints.flatMap((endpoint) => {
    const own = Object.entries(scenarios[endpoint] ?? {}).filter(([name]) => ids.has(`${endpoint}/${name}`));
    return own.length > 0 ? [[endpoint, Object.fromEntries(own)]] : [];
  });
  return {
    activations,
    ...(cycles.length > 0 && { cycle: cycles }),
    ...(used.length > 0 && { scenarios: Object.fromEntries(used) as CustomScenarios }),
  };
}

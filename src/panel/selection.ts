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
  const all = { ...before, ...after };
  const endpoints = Object.keys(all) as (keyof CustomScenarios)[];
  return Object.fromEntries(endpoints.map((endpoint) => [endpoint, { ...before[endpoint], ...after[endpoint] }]));
}

/** Leaves out the cycles and the custom scenarios that no activation needs. */
export function trimmed({ activations, cycle = [], scenarios = {} }: Selection): Selection {
  const ids = new Set(activations.map(idOf));
  const endpoints = new Set(activations.map(endpointOf));
  const cycles = cycle.filter((endpoint) => endpoints.has(endpoint));
  const used = Object.entries(scenarios).flatMap(([endpoint, own]) => {
    const named = Object.entries(own ?? {}).filter(([name]) => ids.has(`${endpoint}/${name}`));
    return named.length > 0 ? [[endpoint, Object.fromEntries(named)]] : [];
  });
  return {
    activations,
    ...(cycles.length > 0 && { cycle: cycles }),
    ...(used.length > 0 && { scenarios: Object.fromEntries(used) as CustomScenarios }),
  };
}

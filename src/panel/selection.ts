import { endpointOf, idOf, type UntypedActivation } from "../catalog/activation.ts";
import type { CustomScenarios } from "../catalog/scenario-id.ts";

/** What is switched on. Several activations of one endpoint are a sequence. */
export interface Selection {
  readonly activations: readonly UntypedActivation[];
  /** Whether sequences start over after their last step. */
  readonly cycle?: boolean;
  /** The custom scenarios that the activations name. */
  readonly scenarios?: CustomScenarios;
}

/** The selection of each endpoint. */
export function byEndpoint({ activations, ...more }: Selection): readonly Selection[] {
  const groups = Map.groupBy(activations, endpointOf);
  return Array.from(groups.values(), (own) => trimmed({ ...more, activations: own }));
}

/** Replaces what a selection has for the endpoints of another one. */
export function merged(before: Selection, { activations, cycle, scenarios }: Selection): Selection {
  const others = activations.map(endpointOf).reduce(without, before);
  return trimmed({
    activations: [...others.activations, ...activations],
    ...((cycle || (others.activations.length > 0 && others.cycle)) && { cycle: true }),
    scenarios: mergedScenarios(before.scenarios, scenarios),
  });
}

/** A selection without an endpoint, or an empty one when there is no endpoint. */
export function without({ activations, ...more }: Selection, endpoint: string | undefined): Selection {
  if (endpoint === undefined) return { activations: [] };
  return trimmed({ ...more, activations: activations.filter((each) => endpointOf(each) !== endpoint) });
}

function mergedScenarios(before: CustomScenarios = {}, after: CustomScenarios = {}): CustomScenarios {
  const all = { ...before, ...after };
  const endpoints = Object.keys(all) as (keyof CustomScenarios)[];
  return Object.fromEntries(endpoints.map((endpoint) => [endpoint, { ...before[endpoint], ...after[endpoint] }]));
}

/** Leaves out the custom scenarios that no activation names. */
function trimmed({ scenarios, ...selection }: Selection): Selection {
  const ids = new Set(selection.activations.map(idOf));
  const used = Object.entries(scenarios ?? {}).flatMap(([endpoint, own]) => {
    const named = Object.entries(own ?? {}).filter(([name]) => ids.has(`${endpoint}/${name}`));
    return named.length > 0 ? [[endpoint, Object.fromEntries(named)]] : [];
  });
  return used.length > 0 ? { ...selection, scenarios: Object.fromEntries(used) as CustomScenarios } : selection;
}

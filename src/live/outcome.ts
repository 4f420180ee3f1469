import { resolveActivation, type UntypedActivation } from "../catalog/activation.ts";
import type { Params } from "../catalog/placeholders.ts";
import type { ResolvedActivation } from "../catalog/registry.ts";
import { provoked } from "../catalog/tenant-options.ts";
import type { RequestContext, Outcome } from "../engine/request-context.ts";

/** An outcome of the request's endpoint, by the scenario's name in the catalog. */
export function outcomeFor(
  { mock, endpoint }: RequestContext,
  name: string,
  reason: string,
  params: Params = {},
): Outcome {
  return { entry: mock.registry.entry(endpoint, name), reason, params };
}

/**
 * What an entry of the tenant provokes at the request's endpoint, if anything. An entry that provokes `live` only
 * adds its headers and delay to the answer.
 */
export function provokedBy(
  { mock, endpoint, modifiers }: RequestContext,
  entry: { readonly provokes?: UntypedActivation | readonly UntypedActivation[] } | undefined,
  who: string,
): Outcome | undefined {
  const activation = provoked(entry?.provokes)
    .map((untyped): ResolvedActivation => resolveActivation(mock.registry, untyped))
    .find((candidate) => candidate.endpoint === endpoint);
  if (!activation) return undefined;
  if (!activation.entry) {
    modifiers.push(activation);
    return undefined;
  }
  const { entry: provokedEntry, params, headers, delay } = activation;
  return { entry: provokedEntry, params, headers, delay, reason: `${who} provokes it` };
}

/** The name of the scenario, without its endpoint. */
export function nameOf({ entry }: Outcome): string {
  return entry.id.slice(entry.endpoint.length + 1);
}

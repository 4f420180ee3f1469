import { check, type LooseActivation } from "../activation.ts";
import type { Attempt, Verdict } from "../attempt.ts";
import type { Params } from "../placeholders.ts";
import type { Switched } from "../registry.ts";
import { provoked } from "../tenant-options.ts";

/** The answer that the attempt's endpoint has under a name of the catalog. */
export function say({ mock, endpoint }: Attempt, name: string, reason: string, params: Params = {}): Verdict {
  return { entry: mock.registry.entry(endpoint, name), reason, params };
}

/**
 * What an entry of the tenant provokes at the attempt's endpoint, if anything. One that leaves the answer
 * to the tenant only adds its headers and delay to whatever that will be.
 */
export function provokedBy(
  { mock, endpoint, modifiers }: Attempt,
  entry: { readonly provokes?: LooseActivation | readonly LooseActivation[] } | undefined,
  who: string,
): Verdict | undefined {
  const switched = provoked(entry?.provokes)
    .map((activation): Switched => check(mock.registry, activation))
    .find((candidate) => candidate.endpoint === endpoint);
  if (!switched) return undefined;
  if (!switched.entry) {
    modifiers.push(switched);
    return undefined;
  }
  const { entry: provokedEntry, params, headers, delay } = switched;
  return { entry: provokedEntry, params, headers, delay, reason: `${who} provokes it` };
}

/** The name in the catalog of what is answered. */
export function nameOf({ entry }: Verdict): string {
  return entry.id.slice(entry.endpoint.length + 1);
}

import { showValue } from "../catalog/show-value.ts";
import { nearestName, unknownName } from "../catalog/unknown-name.ts";

/** The error for an unknown name: with the nearest one, or with help when none is near. */
export function unknown(what: string, given: string, known: readonly string[], help: string): TypeError {
  return nearestName(given, known) === undefined
    ? new TypeError(`Unknown ${what} ${showValue(given)}. ${help}`)
    : unknownName(what, given, known);
}

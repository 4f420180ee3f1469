import { closestMatch } from "leven";

/** The error for a name that nobody knows: `Unknown scenario "x". Did you mean "y"?` */
export function unknownName(what: string, given: unknown, known: readonly string[]): TypeError {
  if (typeof given !== "string") return new TypeError(`Unknown ${what}: expected a name, got ${show(given)}.`);
  const nearest = known.find((name) => name.endsWith(`/${given}`)) ?? closestMatch(given, known);
  return new TypeError(`Unknown ${what} "${given}".${nearest ? ` Did you mean "${nearest}"?` : ""}`);
}

function show(value: unknown): string {
  return value === null ? "null" : Array.isArray(value) ? "an array" : `a value of type ${typeof value}`;
}

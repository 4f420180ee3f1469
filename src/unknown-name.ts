import leven from "leven";

/** The error for a name that nobody knows: `Unknown scenario "x". Did you mean "y"?` */
export function unknownName(what: string, given: unknown, known: readonly string[]): TypeError {
  if (typeof given !== "string") return new TypeError(`Unknown ${what}: expected a name, got ${show(given)}.`);
  const [nearest] = known
    .map((name) => ({ name, distance: distance(given, name) }))
    .toSorted((one, other) => one.distance - other.distance);
  return new TypeError(`Unknown ${what} "${given}".${nearest ? ` Did you mean "${nearest.name}"?` : ""}`);
}

/** A name without its endpoint is as good as the whole. */
function distance(given: string, name: string): number {
  return name.endsWith(`/${given}`) ? 0 : leven(given, name);
}

function show(value: unknown): string {
  return value === null ? "null" : Array.isArray(value) ? "an array" : `a value of type ${typeof value}`;
}

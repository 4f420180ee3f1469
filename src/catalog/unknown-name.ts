import leven from "leven";
import { showValue } from "./show-value.ts";

/**
 * The error for an unknown name: `Unknown scenario "x". Did you mean "y"?`
 * @param where Text after the name, such as ` of "oauth-ro/live"`.
 */
export function unknownName(what: string, given: unknown, known: readonly string[], where = ""): TypeError {
  if (typeof given !== "string") {
    return new TypeError(`Unknown ${what}${where}: got ${showValue(given)}. Give a name.`);
  }
  const nearest = nearestName(given, known);
  const question = nearest === undefined ? "" : ` Did you mean "${nearest}"?`;
  return new TypeError(`Unknown ${what} ${showValue(given)}${where}.${question}`);
}

/** Throws on an unknown key, and on a value that is not an object. */
export function checkKeys(what: string, given: unknown, known: readonly string[], where = ""): void {
  if (typeof given !== "object" || given === null || Array.isArray(given)) {
    throw new TypeError(`Invalid ${what}s${where}: got ${showValue(given)}. Give an object.`);
  }
  for (const key of Object.keys(given)) if (!known.includes(key)) throw unknownName(what, key, known, where);
}

/** Longer names are not compared: it would take too long, and they are not typos. */
const longest = 100;

/** The known name that was most likely meant, or undefined when none is near. */
export function nearestName(given: string, known: readonly string[]): string | undefined {
  if (given.length > longest) return undefined;
  const wanted = plain(given);
  const [nearest] = known
    .map((name) => ({ name, distance: distance(wanted, plain(name)) }))
    .filter((candidate) => candidate.distance < Infinity)
    .toSorted((one, other) => one.distance - other.distance);
  return nearest?.name;
}

/** A name in lower case with dashes between its words. */
function plain(name: string): string {
  return name
    .trim()
    .toLowerCase()
    .replaceAll(/[\s_-]+/g, "-");
}

/** How far a name is from a known one. `Infinity` when they are not similar. */
function distance(given: string, known: string): number {
  const { place, name } = split(known);
  if (place === "") return nameDistance(given, known);
  const whole = leven(given, known);
  const typos = whole <= 2 ? whole : Infinity;
  const wanted = split(given);
  // A wrong or missing endpoint counts less than any letter of the name.
  const places = wanted.place === "" ? 0 : leven(wanted.place, place);
  return Math.min(typos, nameDistance(wanted.name, name) + places / (places + 1));
}

function split(id: string): { readonly place: string; readonly name: string } {
  const slash = id.indexOf("/");
  return { place: id.slice(0, Math.max(0, slash)), name: id.slice(slash + 1) };
}

function nameDistance(given: string, known: string): number {
  const length = Math.max(given.length, known.length);
  const edits = leven(given, known);
  // Two swapped letters are two edits.
  const near = edits <= Math.max(Math.min(2, length - 1), Math.floor(length * 0.4)) ? edits : Infinity;
  const words = known.split("-");
  const givenWords = given.split("-");
  const left = givenWords.every((word) => words.includes(word)) ? words.length - givenWords.length + 0.5 : Infinity;
  return Math.min(near, left);
}

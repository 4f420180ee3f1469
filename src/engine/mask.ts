import { isSecret } from "../catalog/secret-names.ts";

const masked = "[masked]";

/** How deep a value is shown. */
const deepest = 50;

/** A copy of a value in which no password, code, secret or token can be read, nor one inside of its texts. */
export function mask(value: unknown, depth: number = 0): unknown {
  if (typeof value === "string") return maskText(value);
  if (typeof value !== "object" || value === null) return value;
  if (depth === deepest) return "[nested too deeply to be shown]";
  if (Array.isArray(value)) return value.map((one) => mask(one, depth + 1));
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [
      maskText(name),
      isSecret(name) && isGiven(inner) ? masked : mask(inner, depth + 1),
    ]),
  );
}

/** That none was given is no secret. */
function isGiven(value: unknown): boolean {
  return value !== undefined && value !== null && value !== "";
}

/** Headers, without those that have secrets. */
export function maskHeaders(headers: Readonly<Record<string, string>>): Record<string, string> {
  return mask(headers) as Record<string, string>;
}

// Each begins at a place that cannot move, so that none looks twice at the same text.
const jsonPair = /"([^"\\]{1,100})"\s*:\s*("(?:[^"\\]|\\.)*"?|-?\d[\d.]*)/g;
const pair = /(?<![\w%.[\]-])([\w%.[\]-]{1,100})=([^\s"'&#;,<>]+)/g;
const scheme = /\b(Bearer|Basic)\s+[\w.~+/=-]+/gi;
const jwt = /\beyJ[\w-]*\.[\w-]+\.[\w-]*/g;
const userInfo = /(?<=:\/\/[^\s/:@?#]{0,100}:)[^\s/@?#]{1,1000}(?=@)/g;

/** A text in which no secret can be read: addresses, forms, JSON, tokens, and `Authorization` values inside of it. */
export function maskText(text: string): string {
  // Most texts have none of these.
  if (!/["=:.\s]/.test(text)) return text;
  return text
    .replaceAll(jsonPair, (whole, name: string, value: string) =>
      isSecret(name) && value !== '""' ? whole.slice(0, whole.length - value.length) + `"${masked}"` : whole,
    )
    .replaceAll(pair, (whole, name: string) => (isSecret(decoded(name)) ? `${name}=${masked}` : whole))
    .replaceAll(scheme, `$1 ${masked}`)
    .replaceAll(jwt, masked)
    .replaceAll(userInfo, masked);
}

function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

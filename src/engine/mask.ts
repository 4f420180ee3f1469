import { isSecret } from "../catalog/secret-names.ts";
import { decoded } from "./decoded.ts";

const masked = "[masked]";

/** Values that are nested deeper are not shown. */
const deepest = 50;

/** Copies a value and masks its passwords, codes, secrets and tokens, also inside its texts. */
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

/** An empty value needs no mask. */
function isGiven(value: unknown): boolean {
  return value !== undefined && value !== null && value !== "";
}

/** Copies headers and masks their secrets. */
export function maskHeaders(headers: Readonly<Record<string, string>>): Record<string, string> {
  return mask(headers) as Record<string, string>;
}

// None backtracks over long texts: tests/security checks them.
const jsonPair = /"([^"\\]+)"\s*:\s*("(?:[^"\\]|\\.)*"?|-?\d[\d.]*)/g;
const pair = /([\w%.[\]-]+)(?:=([^\s"'&#;,<>]+))?/g;
const scheme = /\b(Bearer|Basic)\s+[\w.~+/=-]+/gi;
const jwt = /\beyJ[\w-]*(\.[\w-]+\.[\w-]*)?/g;
const userInfo = /(:\/\/[^\s/:@?#]*:)[^\s/@?#]+@/g;

/** Masks the secrets inside a text: in URLs, forms, JSON, tokens and `Authorization` values. */
export function maskText(text: string): string {
  // Fast path: most texts have none of these.
  if (!/["=:.\s]/.test(text)) return text;
  return text
    .replaceAll(jsonPair, (whole, name: string, value: string) =>
      isSecret(name) && value !== '""' ? whole.slice(0, -value.length) + `"${masked}"` : whole,
    )
    .replaceAll(pair, (whole, name: string, value?: string) =>
      value && isSecret(decoded(name)) ? `${name}=${masked}` : whole,
    )
    .replaceAll(scheme, `$1 ${masked}`)
    .replaceAll(jwt, (whole, rest?: string) => (rest ? masked : whole))
    .replaceAll(userInfo, `$1${masked}@`);
}

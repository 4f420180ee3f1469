import { fill, type Params } from "./placeholders.ts";
import type { Entry } from "./registry.ts";

/** A rendered answer: status, headers and body, or a network error. */
export interface Answer {
  /** Null for a network error. */
  readonly status: number | null;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Renders an entry. Params or their defaults fill its placeholders, and `headers` are merged over its own. */
export function render(entry: Entry, params: Params = {}, headers: Readonly<Record<string, string>> = {}): Answer {
  return {
    status: entry.status,
    headers: mergeHeaders(renderHeaders(entry, params), headers),
    body: renderBody(entry, params),
  };
}

/** The body of an entry: JSON for an object, with the params inside its strings. */
export function renderBody({ content, params: defaults }: Entry, params: Params): string {
  if (content === null) return "";
  if (typeof content === "string") return fill(content, defaults, params);
  const text = JSON.stringify(content);
  // Most answers have no placeholders, and a replacer is five times slower.
  if (!/\{[a-z]/i.test(text)) return text;
  return JSON.stringify(content, (_key, value: unknown) =>
    typeof value === "string" ? fill(value, defaults, params) : value,
  );
}

/** The headers of an entry, without the CORS headers. */
export function renderHeaders(entry: Entry, params: Params): Record<string, string> {
  const filled = Object.fromEntries(
    Object.entries(entry.headers).map(([name, value]) => [name, fill(value, entry.params, params)]),
  );
  return mergeHeaders(
    typeof entry.content === "object" && entry.content !== null ? jsonHeaders : { "cache-control": "no-cache" },
    filled,
  );
}

/** Merges headers by their lower-case names. Later values replace earlier ones. */
export function mergeHeaders(
  ...all: readonly (Readonly<Record<string, string>> | undefined)[]
): Record<string, string> {
  const merged = Object.create(null) as Record<string, string>;
  for (const headers of all) {
    for (const name in headers) merged[name.toLowerCase()] = headers[name] as string;
  }
  return merged;
}

/** Headers of every JSON answer. */
export const jsonHeaders: Readonly<Record<string, string>> = {
  "content-type": "application/json; charset=utf-8",
  "cache-control": "no-cache",
};

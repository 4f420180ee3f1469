import type { Param } from "../../scenarios/types.ts";

/** Values that replace the placeholders' defaults. */
export type Params = Readonly<Record<string, string | number | undefined>>;

const placeholder = /\{([a-z]\w*)\}/gi;

/** The names of the `{placeholders}` in a text. `{1,15}` in a pattern is not a placeholder. */
export function placeholdersIn(text: string): string[] {
  return Array.from(text.matchAll(placeholder), ([, name]) => name ?? "");
}

/** Replaces the `{placeholders}` of a text with params or their defaults. */
export function fill(text: string, defaults: Readonly<Record<string, Param>>, params: Params): string {
  if (!text.includes("{")) return text;
  return text.replace(placeholder, (written, name: string) => String(valueOf(name, defaults, params) ?? written));
}

function valueOf(name: string, defaults: Readonly<Record<string, Param>>, params: Params): string | number | undefined {
  const given = Object.hasOwn(params, name) ? params[name] : undefined;
  if (given !== undefined) return given;
  const fallback = Object.hasOwn(defaults, name) ? defaults[name]?.default : undefined;
  if (typeof fallback !== "object") return fallback;
  const other = fallback.fromNow;
  return toUnixTime(valueOf(other, defaults, params)) ?? toUnixTime(valueOf(other, defaults, {}));
}

/** The Unix time of a date or of a number of seconds from now, the two formats of `retry-after` (RFC 9110, section 10.2.3). */
function toUnixTime(value: string | number | undefined): number | undefined {
  const seconds = Number(value);
  const time = Number.isNaN(seconds) ? Date.parse(String(value)) / 1000 : Date.now() / 1000 + seconds;
  return Number.isFinite(time) ? Math.ceil(time) : undefined;
}

import { endpointOf, type UntypedActivation } from "../catalog/activation.ts";
import type { CustomScenarios } from "../catalog/scenario-id.ts";
import { decoded } from "../engine/decoded.ts";
import type { Selection } from "./selection.ts";

/** The names of the query parameters in a link. */
export interface LinkNames {
  /** Holds the ids, comma-separated. */
  readonly ids: string;
  /** The start of all other names. */
  readonly prefix: string;
}

/** In the URL of a story: `?auth0=oauth-ro/user-blocked&delay=800`. */
export const storyLink: LinkNames = { ids: "auth0", prefix: "" };

/** In the URL of an app: `?auth0-scenario=oauth-ro/user-blocked&auth0-delay=800`. */
export const appLink: LinkNames = { ids: "auth0-scenario", prefix: "auth0-" };

/**
 * The query parameters of a selection, by name. Options of one of several activations begin with its number:
 * `2-delay=300`.
 */
export function toLinkParams(
  { activations, cycle = [], scenarios = {} }: Selection,
  names: LinkNames,
): Map<string, string> {
  const params = new Map<string, string>();
  if (activations.length === 0) return params;
  const details = activations.map((each) => (typeof each === "string" ? { use: each } : each));
  params.set(names.ids, details.map(({ use }) => use).join());
  for (const [index, { params: values = {}, headers = {}, delay }] of details.entries()) {
    const prefix = `${names.prefix}${details.length > 1 ? `${index + 1}-` : ""}`;
    if (delay !== undefined) params.set(`${prefix}delay`, String(delay));
    for (const [name, value] of Object.entries(values)) {
      if (value !== undefined) params.set(`${prefix}param-${name}`, String(value));
    }
    for (const [name, value] of Object.entries(headers)) params.set(`${prefix}header-${name}`, value);
  }
  if (cycle.length > 0) params.set(`${names.prefix}cycle`, cycle.join());
  if (Object.keys(scenarios).length > 0) params.set(`${names.prefix}scenarios`, JSON.stringify(scenarios));
  return params;
}

/**
 * The selection in the query of a URL, or undefined when there is none. Unknown ids and invalid options stay in it:
 * `applySelection` reports them.
 * @throws When the custom scenarios in it are not JSON.
 */
export function readLink(search: string, names: LinkNames): Selection | undefined {
  const query = new URLSearchParams(search);
  const ids = query
    .getAll(names.ids)
    .flatMap((text) => decoded(text).split(","))
    .map((id) => id.trim())
    .filter((id) => id !== "");
  if (ids.length === 0) return undefined;
  const { prefix } = names;
  const scenarios = query.get(`${prefix}scenarios`);
  // `true` is for all of them.
  const cycles = query.get(`${prefix}cycle`)?.split(",") ?? [];
  const cycle = [...new Set(ids.map(endpointOf))].filter((each) => cycles.includes(each) || cycles.includes("true"));
  return {
    activations: ids.map((use, index) => {
      const own = `${prefix}${ids.length > 1 ? `${index + 1}-` : ""}`;
      const delay = query.get(`${own}delay`);
      return toActivation(use, {
        params: valuesOf(query, `${own}param-`),
        headers: valuesOf(query, `${own}header-`),
        ...(delay !== null && { delay: toDelay(delay) }),
      });
    }),
    ...(cycle.length > 0 && { cycle }),
    ...(scenarios !== null && { scenarios: parse(decoded(scenarios)) }),
  };
}

/** The names in the query of a URL that belong to a link. */
export function linkNamesIn(search: string, { ids, prefix }: LinkNames): string[] {
  const names = [...new Set(new URLSearchParams(search).keys())];
  if (!names.includes(ids)) return [];
  const options = /^(\d+-)?(delay|cycle|scenarios|param-.+|header-.+)$/;
  return names.filter((name) => name === ids || (name.startsWith(prefix) && options.test(name.slice(prefix.length))));
}

/** The query of a URL with a selection instead of its own. Other parameters stay as they are written. */
export function withLink(search: string, selection: Selection, names: LinkNames): string {
  const own = new Set(linkNamesIn(search, names));
  const others = search
    .slice(1)
    .split("&")
    .filter((pair) => pair !== "" && !own.has(decoded(pair.split("=", 1)[0] ?? "")));
  const query = [...others, ...toPairs(selection, names).map((pair) => pair.join("="))].join("&");
  return query && `?${query}`;
}

/** The query parameters of a selection, encoded. */
export function toPairs(selection: Selection, names: LinkNames): [string, string][] {
  const params = toLinkParams(selection, names);
  return Array.from(params, ([name, value]) => [encodeURIComponent(name.toWellFormed()), encodeValue(value)]);
}

/**
 * Encodes a value for a URL, but keeps slashes and commas readable. Characters that would end it are encoded twice:
 * Storybook reads its URL and writes it again without encoding.
 */
export function encodeValue(value: string): string {
  return encodeURIComponent(value.toWellFormed().replaceAll(/[%&#+]/g, encodeURIComponent))
    .replaceAll("%2F", "/")
    .replaceAll("%2C", ",");
}

function toActivation(use: string, options: Partial<Exclude<UntypedActivation, string>>): UntypedActivation {
  const given = Object.entries(options).filter(
    ([, value]) => typeof value !== "object" || Object.keys(value).length > 0,
  );
  return given.length === 0 ? use : { use, ...Object.fromEntries(given) };
}

function valuesOf(query: URLSearchParams, start: string): Record<string, string> {
  const values = [...query].filter(([name]) => name.startsWith(start));
  return Object.fromEntries(values.map(([name, value]) => [name.slice(start.length), decoded(value)]));
}

/** A delay that is neither a number nor a word stays as it is, so that it is reported. */
function toDelay(text: string): number | "real" | "infinite" {
  return (text !== "" && Number.isFinite(Number(text)) ? Number(text) : text) as ReturnType<typeof toDelay>;
}

function parse(text: string): CustomScenarios {
  try {
    return JSON.parse(text) as CustomScenarios;
  } catch {
    throw new TypeError("Invalid custom scenarios in the URL: they are not JSON. Copy the link again.");
  }
}

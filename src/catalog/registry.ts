import { catalog } from "../../scenarios/index.ts";
import {
  type CatalogEntry,
  type Endpoint,
  endpoints,
  type Grant,
  type Kind,
  type Param,
} from "../../scenarios/types.ts";
import type { Delay } from "./delay.ts";
import type { Params } from "./placeholders.ts";
import type { CustomScenario, CustomScenarios } from "./scenario-id.ts";
import { unknownName } from "./unknown-name.ts";

/** An entry of the catalog, or a custom scenario, with its id and endpoint. */
export interface Entry {
  readonly id: string;
  readonly endpoint: Endpoint;
  readonly kind: Kind;
  readonly grant: Grant | null;
  readonly status: number | null;
  readonly error: string | null;
  readonly description: string | null;
  /** The source of the body: an object for JSON, a text sent unchanged, or null for no body. */
  readonly content: string | Readonly<Record<string, unknown>> | null;
  readonly headers: Readonly<Record<string, string>>;
  readonly params: Readonly<Record<string, Param>>;
  readonly written: CatalogEntry | CustomScenario;
}

/** The scenarios of one mock, built-in and custom. */
export interface Registry {
  /** The catalog, then the custom scenarios. Another array after each `define`. */
  readonly entries: readonly Entry[];
  /** The activation of an id without options. Throws when the id is unknown. */
  find(id: unknown): ResolvedActivation;
  /** The entry of an endpoint with this name in the catalog. */
  entry(endpoint: Endpoint, name: string): Entry;
  /** Adds custom scenarios, or replaces those of the same name. Throws when one takes a built-in id. */
  define(custom: CustomScenarios): void;
}

/** An activation whose names are checked. */
export interface ResolvedActivation {
  readonly id: string;
  readonly endpoint: Endpoint;
  /** Null for the live tenant. */
  readonly entry: Entry | null;
  readonly params: Params;
  readonly headers: Readonly<Record<string, string>>;
  /** Undefined to use the mock's delay. */
  readonly delay: Delay | undefined;
}

/** Throws when a custom scenario takes a built-in id. */
export function createRegistry(custom: CustomScenarios): Registry {
  const known = new Map<string, ResolvedActivation>();
  const all = new Map<string, Entry>();
  const register = (id: string, endpoint: Endpoint, entry: Entry | null): void => {
    known.set(id, { id, endpoint, entry, params: {}, headers: {}, delay: undefined });
    if (entry) all.set(id, entry);
  };

  for (const endpoint of endpoints) {
    register(liveId(endpoint), endpoint, null);
    for (const [name, written] of Object.entries<CatalogEntry>(catalog[endpoint])) {
      register(`${endpoint}/${name}`, endpoint, toEntry(endpoint, name, written));
    }
  }
  const builtIn = new Set(known.keys());
  let entries = [...all.values()];

  const define = (scenarios: CustomScenarios): void => {
    const added = Object.entries(scenarios).flatMap(([key, own]) => {
      const endpoint = toEndpoint(key);
      return Object.entries(own).map(([name, written]) => toEntry(endpoint, name, written));
    });
    for (const { id } of added) {
      if (!builtIn.has(id)) continue;
      throw new TypeError(`Scenario "${id}" is built in and cannot be replaced. Choose another name.`);
    }
    for (const entry of added) register(entry.id, entry.endpoint, entry);
    if (added.length > 0) entries = [...all.values()];
  };
  define(custom);

  const find = (id: unknown): ResolvedActivation => {
    const found = known.get(id as string);
    if (!found) throw unknownName("scenario", id, [...known.keys()]);
    return found;
  };
  return {
    get entries() {
      return entries;
    },
    find,
    define,
    entry(endpoint, name) {
      const { id, entry } = find(`${endpoint}/${name}`);
      if (!entry) throw new TypeError(`"${id}" is not a scenario: the tenant answers it.`);
      return entry;
    },
  };
}

export function liveId<E extends Endpoint>(endpoint: E): `${E}/live` {
  return `${endpoint}/live`;
}

/** Throws when there is no such endpoint. */
export function toEndpoint(name: unknown): Endpoint {
  const endpoint = endpoints.find((known) => known === name);
  if (!endpoint) throw unknownName("endpoint", name, endpoints);
  return endpoint;
}

function toEntry(endpoint: Endpoint, name: string, written: CatalogEntry | CustomScenario): Entry {
  const { error, description } = written;
  const json =
    error === undefined && description === undefined
      ? null
      : { error, error_description: description, ...("extra" in written && written.extra) };
  return {
    id: `${endpoint}/${name}`,
    endpoint,
    kind: written.kind ?? "failure",
    grant: endpoint === "oauth-ro" ? (written.grant ?? "all") : null,
    status: written.status,
    error: error ?? null,
    description: description ?? null,
    content: written.body ?? json,
    headers: written.headers ?? {},
    params: toParams(written.params ?? {}),
    written,
  };
}

/** Adds evidence and source to params that are written as a default only. */
export function toParams(written: Readonly<Record<string, string | number | Param>>): Record<string, Param> {
  return Object.fromEntries(
    Object.entries(written).map(([name, param]) => [
      name,
      typeof param === "object" ? param : { default: param, evidence: "inferred", source: "your own scenario" },
    ]),
  );
}

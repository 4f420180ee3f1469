import { validRequests } from "../../scenarios/index.ts";
import {
  paths,
  type CatalogEntry,
  type Endpoint,
  type Evidence,
  type Grant,
  type Kind,
  type Param,
} from "../../scenarios/types.ts";
import { fill } from "./placeholders.ts";
import type { Entry } from "./registry.ts";
import { renderBody } from "./render.ts";
import type { ScenarioId } from "./scenario-id.ts";

/** A request that provokes a scenario from the live tenant. */
export interface Example {
  readonly method: string;
  readonly path: string;
  /** Left out where any host will do. */
  readonly host?: string;
  readonly headers: Readonly<Record<string, string>>;
  /** A text as it stands, an object to be sent as JSON, or null for none. */
  readonly body: string | Readonly<Record<string, unknown>> | null;
  /** What the tenant must be like: merged over the demo tenant, as the `tenant` option is. */
  readonly tenant?: Readonly<Record<string, unknown>>;
}

/** One named answer. */
export interface Scenario<Id extends string = ScenarioId> {
  readonly id: Id;
  readonly endpoint: Endpoint;
  /** Null where the endpoint knows no grants. */
  readonly grant: Grant | null;
  readonly kind: Kind;
  /** The HTTP status, or null where no answer arrives. */
  readonly status: number | null;
  /** The `error` of a JSON answer, or null. */
  readonly error: string | null;
  /** The `error_description` of a JSON answer, every placeholder at its default, or null. */
  readonly description: string | null;
  /** The description as it is written, with its `{placeholders}`, or null. */
  readonly template: string | null;
  /** The bytes that are sent when nothing is set, or null where they are generated or never arrive. */
  readonly body: string | null;
  /** The headers beside those that every answer has, as they are written, with their `{placeholders}`. */
  readonly headers: Readonly<Record<string, string>>;
  /** The placeholders, their defaults, and how sure we are of these. */
  readonly params: Readonly<Record<string, Param>>;
  /** What happened, in our own words. */
  readonly summary: string;
  readonly evidence: Evidence;
  /** Where to look it up. */
  readonly source: string;
  /** Null where no request provokes it: then it only comes when chosen. */
  readonly example: Example | null;
}

/** What the catalog tells the public of an entry. */
export function toScenario(entry: Entry): Scenario<string> {
  const { id, endpoint, grant, kind, status, error, description, headers, params, written } = entry;
  return {
    id,
    endpoint,
    grant,
    kind,
    status,
    error,
    description: description === null ? null : fill(description, params, {}),
    template: description,
    body: status === null || id === `${endpoint}/success` ? null : renderBody(entry, {}),
    headers,
    params,
    summary: written.summary ?? "",
    evidence: written.evidence ?? "inferred",
    source: written.source ?? "your own scenario",
    example: "example" in written ? toExample(endpoint, written.example) : null,
  };
}

function toExample(endpoint: Endpoint, written: CatalogEntry["example"]): Example | null {
  if (!written) return null;
  const { method = "POST", host, headers, without = [], body, text, tenant } = written;
  const valid = Object.entries({ ...validRequests[endpoint], ...body });
  return {
    method,
    path: paths[endpoint],
    headers: { "content-type": "application/json", ...headers },
    body: text ?? Object.fromEntries(valid.filter(([name]) => !without.includes(name))),
    ...(host === undefined ? {} : { host }),
    ...(tenant === undefined ? {} : { tenant }),
  };
}

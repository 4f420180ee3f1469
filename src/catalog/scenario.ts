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
  /** Omitted when any host works. */
  readonly host?: string;
  readonly headers: Readonly<Record<string, string>>;
  /** A text sent unchanged, an object sent as JSON, or null for no body. */
  readonly body: string | Readonly<Record<string, unknown>> | null;
  /** The tenant that this needs, merged over the demo tenant as the `tenant` option is. */
  readonly tenant?: Readonly<Record<string, unknown>>;
}

/** A scenario: one named answer of an endpoint. */
export interface Scenario<Id extends string = ScenarioId> {
  readonly id: Id;
  readonly endpoint: Endpoint;
  /** Null when the endpoint has no grants. */
  readonly grant: Grant | null;
  readonly kind: Kind;
  /** The HTTP status, or null when no response arrives. */
  readonly status: number | null;
  /** The `error` of a JSON answer, or null. */
  readonly error: string | null;
  /** The `error_description` of a JSON answer with every placeholder at its default, or null. */
  readonly description: string | null;
  /** The description with its `{placeholders}`, or null. */
  readonly template: string | null;
  /** The default body, or null when it is generated or no response arrives. */
  readonly body: string | null;
  /** The headers added to those of every answer, with their `{placeholders}`. */
  readonly headers: Readonly<Record<string, string>>;
  /** The placeholders with their defaults and the evidence for them. */
  readonly params: Readonly<Record<string, Param>>;
  /** What happened, in one sentence. */
  readonly summary: string;
  readonly evidence: Evidence;
  /** Where this answer comes from. */
  readonly source: string;
  /** A request that provokes it. Null when no request does, and you can only switch it on. */
  readonly example: Example | null;
}

/** The public view of an entry. */
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

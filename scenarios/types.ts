/** An endpoint of the Authentication API that has documented failures. */
export type Endpoint = "oauth-ro" | "passwordless-start";

/** Every endpoint. */
export const endpoints: readonly Endpoint[] = ["oauth-ro", "passwordless-start"];

/** The path where an endpoint answers `POST`. */
export const paths: Readonly<Record<Endpoint, string>> = {
  "oauth-ro": "/oauth/ro",
  "passwordless-start": "/passwordless/start",
};

/**
 * Where an answer comes from: `documented` in the API's error reference, `observed` from the real service
 * (the source is cited), or `inferred` (the status is documented, the body is our choice).
 */
export type Evidence = "documented" | "observed" | "inferred";

/** A `failure` comes from the API, a `transport` error from the network or a proxy. */
export type Kind = "failure" | "transport" | "success";

/** The grant type of `/oauth/ro` that an answer belongs to. */
export type Grant = "password" | "jwt-bearer" | "all";

/** The default of a `{placeholder}` in a text or header. */
export interface Param {
  /** A value, or `fromNow`: the Unix time of now plus the seconds in another param. */
  readonly default: string | number | { readonly fromNow: string };
  readonly evidence: Evidence;
  readonly source: string;
}

/** The request that provokes a scenario: the endpoint's valid request with these changes. */
export interface Provocation {
  readonly method?: string;
  readonly host?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Properties to leave out of the valid body. */
  readonly without?: readonly string[];
  /** Properties to merge over the valid body. */
  readonly body?: Readonly<Record<string, unknown>>;
  /** A raw body instead of the valid one. */
  readonly text?: string;
  /** The tenant options that the scenario needs. */
  readonly tenant?: Readonly<Record<string, unknown>>;
}

/** One answer of the catalog: data only, `{x}` is a placeholder. */
export interface CatalogEntry {
  /** Defaults to `failure`. */
  readonly kind?: Kind;
  /** Omitted when the endpoint has no grants. */
  readonly grant?: Grant;
  /** The HTTP status, or null when no response arrives. */
  readonly status: number | null;
  /** The `error` of a JSON answer. */
  readonly error?: string;
  /** The `error_description` of a JSON answer. */
  readonly description?: string;
  /** Further properties of the JSON body, after `error` and `error_description`. */
  readonly extra?: Readonly<Record<string, unknown>>;
  /** The raw body, when it is not the usual JSON. */
  readonly body?: string;
  /** Headers added to those of every answer. */
  readonly headers?: Readonly<Record<string, string>>;
  /** The defaults of the placeholders. */
  readonly params?: Readonly<Record<string, Param>>;
  /** What happened, in one sentence. */
  readonly summary: string;
  readonly evidence: Evidence;
  /** Where this answer comes from. */
  readonly source: string;
  /** Omitted when no request provokes it. */
  readonly example?: Provocation;
}

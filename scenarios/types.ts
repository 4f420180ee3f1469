/** An endpoint of the Authentication API that has documented failures. */
export type Endpoint = "oauth-ro" | "passwordless-start";

/** Every endpoint. */
export const endpoints: readonly Endpoint[] = ["oauth-ro", "passwordless-start"];

/** The path at which an endpoint answers `POST`. */
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
  /** A value, or a Unix time in seconds: now plus the seconds of another param. */
  readonly default: string | number | { readonly fromNow: string };
  readonly evidence: Evidence;
  readonly source: string;
}

/** The request that provokes a scenario: the valid request of its endpoint with these changes. */
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
  /** The tenant options that it needs. */
  readonly tenant?: Readonly<Record<string, unknown>>;
}

/** One answer of the catalog: data only, `{x}` is a placeholder. */
export interface CatalogEntry {
  /** Defaults to `failure`. */
  readonly kind?: Kind;
  /** Left out where an endpoint has no grants. */
  readonly grant?: Grant;
  /** The HTTP status, or null where no answer arrives. */
  readonly status: number | null;
  /** The `error` of a JSON answer. */
  readonly error?: string;
  /** The `error_description` of a JSON answer. */
  readonly description?: string;
  /** Further properties of the JSON body, after `error` and `error_description`. */
  readonly extra?: Readonly<Record<string, unknown>>;
  /** The raw body, where it is not the usual JSON. */
  readonly body?: string;
  /** Headers in addition to those of every answer. */
  readonly headers?: Readonly<Record<string, string>>;
  /** The placeholders' defaults. */
  readonly params?: Readonly<Record<string, Param>>;
  /** What happened, in one sentence. */
  readonly summary: string;
  readonly evidence: Evidence;
  /** Where to look it up. */
  readonly source: string;
  /** Left out where no request provokes it. */
  readonly example?: Provocation;
}

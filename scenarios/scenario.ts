/** An endpoint of the Authentication API that has documented failures. */
export type Endpoint = "oauth-ro" | "passwordless-start";

/** Every endpoint, in the order in which a sign-in meets them. */
export const endpoints: readonly Endpoint[] = ["oauth-ro", "passwordless-start"];

/** The path at which an endpoint answers `POST`. */
export const paths: Readonly<Record<Endpoint, string>> = {
  "oauth-ro": "/oauth/ro",
  "passwordless-start": "/passwordless/start",
};

/**
 * How sure we are of an answer: `documented` by the API's error reference, `observed` from the real
 * service by somebody who is cited, or `inferred` (the status is documented, the body is our choice).
 */
export type Evidence = "documented" | "observed" | "inferred";

/** `failure` is said by the API, `transport` happens on the way there, `success` is neither. */
export type Kind = "failure" | "transport" | "success";

/** The grant type of `/oauth/ro` that an answer belongs to. */
export type Grant = "password" | "jwt-bearer" | "all";

/** What stands in for a `{placeholder}` of a text or header when the caller sets nothing. */
export interface Param {
  /** The text itself, or a Unix time in seconds that lies another param's value after now. */
  readonly default: string | number | { readonly fromNow: string };
  readonly evidence: Evidence;
  readonly source: string;
}

/** A request that provokes a scenario: the valid request of its endpoint with only this changed. */
export interface Provocation {
  readonly method?: string;
  readonly host?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Properties that are left out of the valid body. */
  readonly without?: readonly string[];
  /** Properties that are laid over the valid body. */
  readonly body?: Readonly<Record<string, unknown>>;
  /** A body sent as it stands, in place of the valid one. */
  readonly text?: string;
  /** What the tenant must be like. */
  readonly tenant?: Readonly<Record<string, unknown>>;
}

/** One answer as the catalog writes it down: data only, `{x}` is a placeholder. */
export interface CatalogEntry {
  /** Defaults to `failure`. */
  readonly kind?: Kind;
  /** Left out where an endpoint knows no grants. */
  readonly grant?: Grant;
  /** The HTTP status, or null where no answer arrives. */
  readonly status: number | null;
  /** The `error` of a JSON answer. */
  readonly error?: string;
  /** The `error_description` of a JSON answer. */
  readonly description?: string;
  /** What the JSON of an answer has besides `error` and `error_description`. */
  readonly extra?: Readonly<Record<string, unknown>>;
  /** A body that is not the usual JSON, byte for byte. */
  readonly body?: string;
  /** Headers beside those that every answer has. */
  readonly headers?: Readonly<Record<string, string>>;
  /** The placeholders' defaults. */
  readonly params?: Readonly<Record<string, Param>>;
  /** What happened, in our own words. */
  readonly summary: string;
  readonly evidence: Evidence;
  /** Where to look it up. */
  readonly source: string;
  /** Left out where no request provokes it: then it only comes when chosen. */
  readonly example?: Provocation;
}

/** The requests of one version of an SDK. */
export interface Recording {
  /** The name of the SDK's repository. */
  readonly sdk: string;
  readonly version: string;
  /** The package or repository that was run, or the files where the request is written. */
  readonly source: string;
  /** The requests of the SDK have no `auth0-client` header. */
  readonly anonymous?: true;
  /** The headers that the SDK sets, without `user-agent` and those of the network layer. */
  readonly headers: Readonly<Record<string, string>>;
  readonly calls: readonly RecordedCall[];
}

/** The request of one call. Both endpoints accept only POST. */
export interface RecordedCall {
  /** The SDK's method, and what is special about this call. */
  readonly call: string;
  readonly path: "/oauth/ro" | "/passwordless/start";
  /** Headers of only this call. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Byte for byte, except for the markers. */
  readonly body: string;
}

/** A placeholder for a one-time code that was sent before. */
export const codeMarker = "{code}";

/** A placeholder for a token that the user's device signed. */
export const idTokenMarker = "{id_token}";

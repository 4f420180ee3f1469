/** What one version of an SDK sends, call by call. */
export interface Recording {
  /** The SDK's name, as its repository has it. */
  readonly sdk: string;
  readonly version: string;
  /** Where to look it up: run and recorded, or read in that file. */
  readonly source: string;
  /** The SDK does not say who it is: its requests have no `auth0-client`. */
  readonly anonymous?: true;
  /** The headers that the SDK sets itself, but for `user-agent` and what the network layer adds. */
  readonly headers: Readonly<Record<string, string>>;
  readonly calls: readonly RecordedCall[];
}

/** The request of one call; both endpoints answer POST alone. */
export interface RecordedCall {
  /** The SDK's own name for the call, and what is special about it. */
  readonly call: string;
  readonly path: "/oauth/ro" | "/passwordless/start";
  /** Headers of this call alone. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Byte for byte, but for the markers. */
  readonly body: string;
}

/** Stands for a one-time code that was sent beforehand. */
export const codeMarker = "{code}";

/** Stands for a token that the user's device signed. */
export const idTokenMarker = "{id_token}";

import type { ResolvedActivation } from "../catalog/registry.ts";

/** A request that waits until the user chooses its answer. */
export interface HeldRequest {
  /** The number of the request in its session, starting at 1. */
  readonly n: number;
  /** When the request arrived, in milliseconds since 1970. */
  readonly at: number;
  readonly method: string;
  /** Masked. */
  readonly url: string;
  /** Parsed and masked. */
  readonly body: unknown;
}

/** Lets requests to one endpoint wait. The switcher sets it. */
export interface Hold {
  /** Whether this request waits. Called once for each request. */
  take(): boolean;
  /** Resolves with the chosen answer, or with undefined when the request is over before. */
  wait(request: HeldRequest, signal: AbortSignal): Promise<ResolvedActivation | undefined>;
  /** Ends all requests, now and in the future, because of a reset. */
  close(): void;
}

import type { Endpoint } from "../scenarios/scenario.ts";
import type { Delay } from "./pause.ts";
import type { Params } from "./placeholders.ts";
import type { Entry, Registry, Switched } from "./registry.ts";
import type { RequestBody } from "./request-body.ts";
import type { Memory, Session } from "./session.ts";
import type { GivenTenant } from "./tenant-options.ts";

/** What the handlers of one mock share. */
export interface Mock {
  readonly registry: Registry;
  /** Laid over the demo tenant once the first request needs it. */
  readonly tenant: GivenTenant;
  readonly delay: Delay;
  readonly seed: number;
  /** The session that answers a request, or that the caller is in. An entry may know more than one. */
  session: (request?: Request) => Session;
}

/** One request, as the tenant sees it. */
export interface Attempt {
  readonly mock: Mock;
  readonly endpoint: Endpoint;
  readonly request: Request;
  readonly body: RequestBody;
  /** Which request of the session it is. */
  readonly n: number;
  /** When it came, in milliseconds since 1970. */
  readonly at: number;
  readonly memory: Memory;
  /** What entries of the tenant said about an answer that they leave to the tenant: its headers and delay. */
  readonly modifiers: Switched[];
}

/** What a request is to be answered, and why. */
export interface Verdict {
  readonly entry: Entry;
  readonly reason: string;
  readonly params?: Params;
  readonly headers?: Readonly<Record<string, string>>;
  readonly delay?: Delay | undefined;
  /** The body of a success, which no catalog can write down. Left out where the tenant is still to make one. */
  readonly body?: Readonly<Record<string, unknown>>;
}

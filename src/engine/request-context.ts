import type { Endpoint } from "../../scenarios/types.ts";
import type { Delay } from "../catalog/delay.ts";
import type { Domain } from "../catalog/domain.ts";
import type { OtherRequests } from "../catalog/other-requests.ts";
import type { Params } from "../catalog/placeholders.ts";
import type { Entry, Registry, ResolvedActivation } from "../catalog/registry.ts";
import type { GivenTenant } from "../catalog/tenant-options.ts";
import type { RequestBody } from "./request-body.ts";
import type { Session, TenantState } from "./session.ts";

/** What the handlers of one mock share. */
export interface Mock {
  readonly registry: Registry;
  /** Adds custom scenarios. Throws on an invalid one. */
  readonly define: (scenarios: unknown) => void;
  /** Looks up an activation. Throws on an unknown name and on an invalid option. */
  readonly resolve: (activation: unknown) => ResolvedActivation;
  /** Where the handlers answer. None means any host. */
  readonly domains: readonly Domain[];
  /** Merged over the demo tenant when the first request needs it. */
  readonly tenant: GivenTenant;
  readonly delay: Delay;
  readonly seed: number;
  readonly otherRequests: OtherRequests;
  /** The URLs of the mocked domains. */
  readonly ownUrls: RegExp;
  /** The session of a request, or of the calling code. `auth0-msw/node` replaces it to isolate tests. */
  session: (request?: Request) => Session;
}

/** One request, as the live tenant sees it. */
export interface RequestContext {
  readonly mock: Mock;
  readonly endpoint: Endpoint;
  readonly request: Request;
  readonly body: RequestBody;
  /** The number of the request in its session, starting at 1. */
  readonly n: number;
  /** When the request arrived, in milliseconds since 1970. */
  readonly at: number;
  readonly tenantState: TenantState;
  /** Headers and delays from entries of the tenant that provoke `live`. They apply to any answer. */
  readonly modifiers: ResolvedActivation[];
}

/** Which scenario answers a request, how, and why. */
export interface Outcome {
  readonly entry: Entry;
  readonly reason: string;
  readonly params?: Params;
  readonly headers?: Readonly<Record<string, string>>;
  readonly delay?: Delay | undefined;
  /** The generated body of a success. Undefined until the live tenant has generated it. */
  readonly body?: Readonly<Record<string, unknown>>;
}

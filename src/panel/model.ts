import type { Endpoint } from "../../scenarios/types.ts";
import type { UntypedActivation } from "../catalog/activation.ts";
import type { Delay } from "../catalog/delay.ts";
import type { CustomScenarios } from "../catalog/scenario-id.ts";
import type { Scenario } from "../catalog/scenario.ts";
import type { CallRecord } from "../engine/call.ts";
import type { HeldRequest } from "../engine/hold.ts";
import type { Message } from "../engine/inbox.ts";
import type { TenantView } from "../live/tenant-view.ts";
import type { Selection } from "./selection.ts";

/** What the switcher shows. Plain data, so it can be sent over a channel. */
export interface PanelModel {
  /** The story that is shown. Another one begins with its own scenario in the details. */
  readonly storyId?: string;
  /** The catalog, including custom scenarios. */
  readonly scenarios: readonly Scenario<string>[];
  /** The scenario id that the next request to each endpoint gets. It may be `live`. */
  readonly active: Readonly<Record<Endpoint, string>>;
  /** The params, headers and delay that the active scenarios are switched on with. */
  readonly options: Readonly<Partial<Record<Endpoint, ActiveOptions>>>;
  /** The switches of each endpoint. */
  readonly switches: Readonly<Record<Endpoint, Switches>>;
  /** Oldest first. */
  readonly calls: readonly CallRecord[];
  /** Oldest first. */
  readonly messages: readonly Message[];
  readonly tenant: TenantView;
  /** The failures that the user has seen, by id. */
  readonly seen: readonly string[];
  /** The custom scenarios that the user made in the switcher. */
  readonly made?: CustomScenarios;
  /** Whether the page will send requests by itself: a play runs. */
  readonly isPlaying?: boolean;
}

/** What is switched on for an endpoint, and which requests wait. */
export interface Switches {
  /** For one request each, in order. */
  readonly queued: readonly UntypedActivation[];
  /** What follows, in order. The last step stays, unless they cycle. */
  readonly steps: readonly UntypedActivation[];
  readonly cycle: boolean;
  /** The index of the step that answers the next request. */
  readonly next: number;
  /** How many requests were answered since the last switch. */
  readonly taken: number;
  /** Whether the next request waits for an answer of the user. */
  readonly holdsNext: boolean;
  /** The requests that wait, oldest first. */
  readonly held: readonly HeldRequest[];
}

/** The options of an activation. */
export interface ActiveOptions {
  readonly params?: Readonly<Record<string, string | number>>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly delay?: Delay;
}

/** A change that the user requested. */
export type PanelAction =
  /** Switches on a selection, in place of what was on for its endpoints. */
  | { readonly type: "use"; readonly selection: Selection }
  | { readonly type: "once"; readonly activation: UntypedActivation }
  /** Resets one endpoint, or everything when there is no endpoint. */
  | { readonly type: "reset"; readonly endpoint?: Endpoint }
  | PageAction;

/** A change that only the page makes, and that a reload undoes. */
export type PageAction =
  /** Lets the next request to an endpoint wait, or not. */
  | { readonly type: "hold"; readonly endpoint: Endpoint; readonly hold: boolean }
  /** Answers a request that waits, or lets what is switched on answer it. */
  | {
      readonly type: "answer";
      readonly endpoint: Endpoint;
      readonly n: number;
      readonly activation?: UntypedActivation;
      /** The custom scenarios that the activation needs. */
      readonly scenarios?: CustomScenarios;
    }
  /** Sends the example request of a scenario. */
  | { readonly type: "send"; readonly id: string }
  /** Sends the request of a call again. */
  | { readonly type: "resend"; readonly endpoint: Endpoint; readonly n: number }
  /** Unlocks all accounts of the tenant, and starts its rate limit again. */
  | { readonly type: "unlock" };

/** The event for an action. It bubbles and is composed. */
export const actionEvent = "auth0-action";

declare global {
  interface HTMLElementEventMap {
    [actionEvent]: CustomEvent<PanelAction>;
  }
}

import type { Endpoint } from "../../scenarios/types.ts";
import type { Delay } from "../catalog/delay.ts";
import type { Scenario } from "../catalog/scenario.ts";
import type { CallRecord } from "../engine/call.ts";
import type { Message } from "../engine/inbox.ts";

/** What the switcher shows. Plain data, so it can be sent over a channel. */
export interface PanelModel {
  /** The catalog, including custom scenarios. */
  readonly scenarios: readonly Scenario<string>[];
  /** The scenario id that the next request to each endpoint gets. It may be `live`. */
  readonly active: Readonly<Record<Endpoint, string>>;
  /** The params, headers and delay that the active scenarios are switched on with. */
  readonly options: Readonly<Partial<Record<Endpoint, ActiveOptions>>>;
  /** Oldest first. */
  readonly calls: readonly CallRecord[];
  /** Oldest first. */
  readonly messages: readonly Message[];
}

/** What to switch on, in the shape that `use` and `once` take. */
export interface PanelActivation {
  readonly use: string;
  readonly params?: Readonly<Record<string, string | number>>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly delay?: Delay;
}

/** The options of an activation. */
export type ActiveOptions = Omit<PanelActivation, "use">;

/** A change that the user requested. */
export type PanelAction =
  | { readonly type: "use" | "once"; readonly activation: PanelActivation }
  /** Resets one endpoint, or everything when there is no endpoint. */
  | { readonly type: "reset"; readonly endpoint?: Endpoint };

/** The event for an action. It bubbles and is composed. */
export const actionEvent = "auth0-action";

declare global {
  interface HTMLElementEventMap {
    [actionEvent]: CustomEvent<PanelAction>;
  }
}

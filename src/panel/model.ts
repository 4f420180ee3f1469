import type { Endpoint } from "../../scenarios/types.ts";
import type { Delay } from "../catalog/delay.ts";
import type { Scenario } from "../catalog/scenario.ts";
import type { CallRecord } from "../engine/call.ts";
import type { Message } from "../engine/inbox.ts";

/** What the switcher shows: plain data, fit for any channel. */
export interface PanelModel {
  /** The catalog, custom scenarios included. */
  readonly scenarios: readonly Scenario<string>[];
  /** The id that the next request to each endpoint gets, `live` included. */
  readonly active: Readonly<Record<Endpoint, string>>;
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

/** What somebody asked the switcher for. */
export type PanelAction =
  | { readonly type: "use" | "once"; readonly activation: PanelActivation }
  /** One endpoint, or everything where none is named. */
  | { readonly type: "reset"; readonly endpoint?: Endpoint };

/** The event by which the switcher asks for it: bubbles, and leaves shadow trees. */
export const actionEvent = "auth0-action";

declare global {
  interface HTMLElementEventMap {
    [actionEvent]: CustomEvent<PanelAction>;
  }
}

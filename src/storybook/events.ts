import type { Endpoint } from "../../scenarios/types.ts";
import type { UntypedActivation } from "../catalog/activation.ts";
import type { Scenario } from "../catalog/scenario.ts";
import type { CallRecord } from "../engine/call.ts";
import type { Message } from "../engine/inbox.ts";

/** The events between the manager and the preview, on Storybook's channel. */
export const events = {
  /** From a manager that has just loaded: asks for the scenarios and the state. */
  hello: "auth0-msw/hello",
  /** From the preview: every scenario, `ScenarioList`. */
  catalog: "auth0-msw/catalog",
  /** From the preview: what the shown story is set to, and what happened in it, `StoryState`. */
  state: "auth0-msw/state",
  /** From the manager: what overrides the story's own scenarios, `Selection`. */
  choose: "auth0-msw/choose",
  /** From the manager: what answers only the next request, `Selection`. An empty one only remounts the story. */
  once: "auth0-msw/once",
} as const;

/** What is selected for one story: at most one activation for each endpoint. */
export interface Selection {
  readonly storyId: string;
  readonly activations: readonly UntypedActivation[];
}

/** Every scenario of the story's mock. */
export type ScenarioList = readonly Scenario<string>[];

export interface StoryState {
  readonly storyId: string;
  /** What the story itself starts with. */
  readonly own: Readonly<Record<Endpoint, string>>;
  /** What is selected in the toolbar or the panel, and overrides it. */
  readonly selected: readonly UntypedActivation[];
  /** What answers the next request. */
  readonly active: Readonly<Record<Endpoint, string>>;
  readonly calls: readonly CallRecord[];
  readonly messages: readonly Message[];
  /** Why the story could not start. */
  readonly error?: string;
  /** Why the last selection was refused. */
  readonly refused?: string;
}

import type { Endpoint } from "../../scenarios/types.ts";
import type { UntypedActivation } from "../catalog/activation.ts";
import type { Scenario } from "../catalog/scenario.ts";
import type { PanelModel } from "../panel/model.ts";

/** The events between the manager and the preview, on Storybook's channel. */
export const events = {
  /** From a manager that has just loaded: requests the scenarios and the state. */
  hello: "auth0-msw/hello",
  /** From the preview: every scenario, `ScenarioList`. */
  catalog: "auth0-msw/catalog",
  /** From the preview: the scenarios, calls and messages of the shown story, `StoryState`. */
  state: "auth0-msw/state",
  /** From the manager: activations that override the story's own, `Selection`. */
  choose: "auth0-msw/choose",
  /** From the manager: activations for the next request only, `Selection`. An empty one only remounts the story. */
  once: "auth0-msw/once",
  /** From the preview: a play that the manager started moved the focus into the story. */
  focus: "auth0-msw/focus",
  /** From the preview: a key that the user pressed during such a play, `{ key, shiftKey }`. */
  key: "auth0-msw/key",
} as const;

/** What is selected for one story: at most one activation for each endpoint. */
export interface Selection {
  readonly storyId: string;
  readonly activations: readonly UntypedActivation[];
}

/** Every scenario of the story's mock. */
export type ScenarioList = readonly Scenario<string>[];

export interface StoryState extends Omit<PanelModel, "scenarios"> {
  readonly storyId: string;
  /** The scenarios that the story sets itself. */
  readonly own: Readonly<Record<Endpoint, string>>;
  /** The selection in the toolbar or the panel. It overrides the story's own. */
  readonly selected: readonly UntypedActivation[];
  /** Why the story could not start. */
  readonly error?: string;
  /** Why the last selection was rejected. */
  readonly refused?: string;
}

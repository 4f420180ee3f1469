import type { Endpoint } from "../../scenarios/types.ts";
import type { CustomScenarios } from "../catalog/scenario-id.ts";
import type { Scenario } from "../catalog/scenario.ts";
import type { PageAction, PanelModel } from "../panel/model.ts";
import type { Selection } from "../panel/selection.ts";

/** The events between the manager and the preview, on Storybook's channel. */
export const events = {
  /** From a manager that has just loaded: requests the scenarios and the state. */
  hello: "auth0-msw/hello",
  /** From the preview: every scenario, `ScenarioList`. */
  catalog: "auth0-msw/catalog",
  /** From the preview: the scenarios, calls and messages of the shown story, `StoryState`. */
  state: "auth0-msw/state",
  /** From the manager: what overrides the story's own scenarios, `StorySelection`. */
  choose: "auth0-msw/choose",
  /** From the manager: activations for the next request only, `StorySelection`. An empty one only remounts the story. */
  once: "auth0-msw/once",
  /** From the manager: a change to the shown story that a remount undoes, `StoryAction`. */
  act: "auth0-msw/act",
  /** From the preview: a play that the manager started moved the focus into the story. */
  focus: "auth0-msw/focus",
  /** From the preview: a key that the user pressed during such a play, `{ key, shiftKey }`. */
  key: "auth0-msw/key",
} as const;

/** What is selected for one story. */
export interface StorySelection extends Selection {
  readonly storyId: string;
}

/** A change to one story. */
export interface StoryAction {
  readonly storyId: string;
  readonly action: PageAction;
}

/** Every scenario of the story's mock. */
export type ScenarioList = readonly Scenario<string>[];

export interface StoryState extends Omit<PanelModel, "storyId" | "scenarios" | "seen" | "made"> {
  readonly storyId: string;
  /** The scenarios that the story sets itself. */
  readonly own: Readonly<Record<Endpoint, string>>;
  /** The selection in the toolbar or the panel. It overrides the story's own. */
  readonly selected: Selection;
  /** The custom scenarios that the user made in the panel. */
  readonly made: CustomScenarios;
  /** The ids of `own` that are switched on without options, alone. */
  readonly bare: readonly string[];
  /** Why the story could not start. */
  readonly error?: string;
  /** Why the last selection was rejected. */
  readonly refused?: string;
}

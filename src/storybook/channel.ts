import type { Endpoint } from "../../scenarios/scenario.ts";
import type { LooseActivation } from "../activation.ts";
import type { CallRecord } from "../call.ts";
import type { Message } from "../inbox.ts";
import type { Scenario } from "../scenario.ts";

/** What the manager and the preview tell each other. */
export const events = {
  /** The manager is there and wants to know everything. */
  hello: "auth0-msw/hello",
  /** Everything that can be chosen: `Scenario[]`. */
  catalog: "auth0-msw/catalog",
  /** What the shown story is set to, and what happened in it: `StoryState`. */
  state: "auth0-msw/state",
  /** What the story is to answer in place of its own: `Choice`. */
  choose: "auth0-msw/choose",
  /** What the story's next request alone is to get, or nothing but a new beginning: `Choice`. */
  once: "auth0-msw/once",
} as const;

/** What was chosen for one story, at most one activation for each endpoint. */
export interface Choice {
  readonly storyId: string;
  readonly activations: readonly LooseActivation[];
}

export type Catalog = readonly Scenario<string>[];

export interface StoryState {
  readonly storyId: string;
  /** What the story itself starts with. */
  readonly own: Readonly<Record<Endpoint, string>>;
  /** What was chosen in place of that. */
  readonly chosen: readonly LooseActivation[];
  /** What the next request gets. */
  readonly active: Readonly<Record<Endpoint, string>>;
  readonly calls: readonly CallRecord[];
  readonly messages: readonly Message[];
  /** Why the story could not start. */
  readonly error?: string;
  /** Why the last choice was refused. */
  readonly refused?: string;
}

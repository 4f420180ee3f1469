import type { SetupWorker } from "msw/browser";
import type { Endpoint } from "../../../scenarios/types.ts";
import type { MockAuth0 } from "../../mock-auth0.ts";
import type { MadeScenarios } from "../../panel/made-scenarios.ts";
import type { StorySelection } from "../events.ts";
import type { UntypedParameters } from "../parameters.ts";

/** One mount of a story, with its own mock until it unmounts. */
export interface Mount {
  readonly storyId: string;
  readonly auth0: MockAuth0;
  /** The scenarios that the story sets itself. */
  readonly own: Readonly<Record<Endpoint, string>>;
  /** The ids of `own` that are switched on without options, alone. */
  readonly bare: readonly string[];
  /** Why the story cannot start. */
  readonly error: Error | undefined;
  readonly parameters: UntypedParameters;
  /** Whether the story sends its requests by itself. */
  readonly hasPlay: boolean;
}

/** State of the page, shared by all copies of this module. */
export interface Page {
  worker?: Promise<SetupWorker>;
  /** The mount that answers requests. */
  mount?: Mount;
  selection?: StorySelection | undefined;
  /** Why the selection was rejected. */
  rejection?: string | undefined;
  made?: MadeScenarios;
  /** For the next mount only. */
  once?: StorySelection | undefined;
  /** Holds the first request of the next mount. */
  hold?: { readonly storyId: string; readonly endpoint: Endpoint } | undefined;
}

const key: unique symbol = Symbol.for("auth0-msw/storybook") as never;

export const page: Page = ((globalThis as { [key]?: Page })[key] ??= {});

import type { Endpoint } from "../../scenarios/types.ts";
import type { Scenario } from "../catalog/scenario.ts";
import type { Judgement } from "../screen/verdict.ts";

/** The query parameter of a page of Storybook that reports what its story says. */
export const cellParam = "auth0-cell";

/** The query of such a page. Storybook does not record the steps of its play, which nobody sees. */
export function cellQuery(storyId: string): URLSearchParams {
  return new URLSearchParams({ id: storyId, viewMode: "story", [cellParam]: "1", instrument: "false" });
}

/** What a story said to the scenario that is switched on for it. */
export type CellReport =
  | { readonly state: "judged"; readonly judgement: Judgement }
  /** The scenario was not answered: no request was sent, or the story could not start. */
  | { readonly state: "not sent"; readonly why: string };

/** What a page posts to its parent, or to itself when it has none, after its play and after every change. */
export interface CellMessage {
  readonly type: "auth0-msw/cell";
  readonly scenario: string;
  readonly report: CellReport;
}

/**
 * What a page posts when no scenario is selected in its URL: about the story as it is. After the first answer too, since
 * a story that signs in may leave the page then.
 */
export interface StoryMessage {
  readonly type: "auth0-msw/story";
  /** Every scenario of the story’s mock. */
  readonly scenarios: readonly Scenario<string>[];
  /** The endpoints that it sent requests to. */
  readonly called: readonly Endpoint[];
  readonly hasPlay: boolean;
  /** It plays on, and may send more. */
  readonly isPlaying?: true;
  /** Why it could not start. */
  readonly problem?: string;
}

/** Whether the data of a message event comes from such a page. */
export function isCellMessage(data: unknown): data is CellMessage | StoryMessage {
  const type = (data as { readonly type?: unknown } | null)?.type;
  return type === "auth0-msw/cell" || type === "auth0-msw/story";
}

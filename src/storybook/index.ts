import { definePreviewAddon, type PreviewAddon } from "storybook/internal/csf";
import type { Auth0Options, Auth0Parameter, StoryAuth0 } from "./parameters.ts";
import annotations from "./preview.ts";

export type {
  Auth0Options,
  Auth0Parameter,
  StoryActivation,
  StoryAuth0,
  StoryScenarios,
  StoryStart,
} from "./parameters.ts";

/** What the addon adds to the types of stories. */
export interface Auth0Types {
  parameters: {
    /** What the story's requests get, until somebody chooses otherwise. */
    auth0?: Auth0Parameter;
    /** What all stories share. */
    auth0Options?: Auth0Options;
  };
}

declare module "storybook/internal/csf" {
  interface Parameters {
    /** What the story's requests get, until somebody chooses otherwise. */
    auth0?: Auth0Parameter;
    /** What all stories share; for `.storybook/preview.ts`. */
    auth0Options?: Auth0Options;
  }
  interface StoryContext {
    /** The mock of this one mount of the story. */
    auth0: StoryAuth0;
  }
}

/**
 * The addon's preview part, for CSF Next; CSF 3 needs it in `main.ts` alone.
 * @example
 * export default definePreview({ addons: [addonAuth0()] });
 */
export default function addonAuth0(): PreviewAddon<Auth0Types> {
  return definePreviewAddon<Auth0Types>(annotations);
}

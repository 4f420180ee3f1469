import { definePreviewAddon, type PreviewAddon } from "storybook/internal/csf";
import type { Auth0Options, Auth0Parameter, StoryAuth0 } from "./parameters.ts";
import annotations from "./preview/index.ts";

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
    /** The scenarios of the story, until the user selects others. */
    auth0?: Auth0Parameter;
    /** Options that all stories share. */
    auth0Options?: Auth0Options;
    /** Watches what stories say to each failure when they run as tests, for the coverage report. */
    auth0Screen?: boolean;
  };
}

declare module "storybook/internal/csf" {
  interface Parameters {
    /** The scenarios of the story, until the user selects others. */
    auth0?: Auth0Parameter;
    /** Options that all stories share, for `.storybook/preview.ts`. */
    auth0Options?: Auth0Options;
    /** Watches what stories say to each failure when they run as tests, for the coverage report. */
    auth0Screen?: boolean;
  }
  interface StoryContext {
    /** The mock of this mount of the story. */
    auth0: StoryAuth0;
  }
}

/**
 * The preview part of the addon, for CSF Next. With CSF 3 the entry in `main.ts` is enough.
 * @example
 * export default definePreview({ addons: [addonAuth0()] });
 */
export default function addonAuth0(): PreviewAddon<Auth0Types> {
  return definePreviewAddon<Auth0Types>(annotations);
}

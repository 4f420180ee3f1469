import type { ProjectAnnotations, Renderer, StoryContext } from "storybook/internal/csf";
import { internalsOf } from "../../mock-auth0.ts";
import { followChannel, reportMount } from "./channel.ts";
import { docsParameters, fitFrame, focusInPlace, frameOnDocsPages, isDocsFrame, waitForOtherPlays } from "./docs.ts";
import { mountOf } from "./mounts.ts";
import { page } from "./page.ts";
import { makePlaysStoppable } from "./plays.ts";
import { followPhases } from "./remount.ts";
import { keepFocusInManager } from "./replay-focus.ts";
import { answerRequests } from "./worker.ts";

/** The addon in the preview, for every renderer. */
const annotations: ProjectAnnotations<Renderer> = {
  parameters: { docs: docsParameters },
  argTypesEnhancers: [frameOnDocsPages],
  beforeAll() {
    const cleanUps = [
      makePlaysStoppable(),
      keepFocusInManager(),
      followPhases(),
      followChannel(),
      ...(isDocsFrame ? [fitFrame(), focusInPlace()] : []),
    ];
    return () => {
      for (const cleanUp of cleanUps) cleanUp();
    };
  },
  // Loaders run first, so that everything after this can use `context.auth0`.
  loaders: [
    (context) => {
      context.auth0 = mountOf(context).auth0;
    },
  ],
  async beforeEach(context) {
    const mount = mountOf(context);
    reportMount(mount);
    if (mount.error) throw mount.error;
    const removeHandlers = await answerRequests(context);
    if (isDocsFrame && context.playFunction) await waitForOtherPlays(context.abortSignal);
    return () => {
      // Storybook runs these clean-ups per story, so one may run while a newer mount is active.
      if (!isOver(context)) return;
      mount.auth0.reset();
      if (page.mount === mount) removeHandlers();
    };
  },
  // For the coverage reporter, when the story runs as a test.
  afterEach(context) {
    const served = [...internalsOf(mountOf(context).auth0).session().served];
    context.reporting.addReport({ type: "auth0-msw", version: 1, result: { served }, status: "passed" });
  },
};

/** A mount is over when its signal aborts. Stories that run as tests never abort it. */
function isOver({ abortSignal, parameters }: StoryContext): boolean {
  return abortSignal.aborted || parameters["__isPortableStory"] === true;
}

export default annotations;

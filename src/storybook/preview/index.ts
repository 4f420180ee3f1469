import type { ProjectAnnotations, Renderer, StoryContext } from "storybook/internal/csf";
import { allowInProduction } from "../../engine/production.ts";
import { checkRefused } from "../../engine/refused.ts";
import { internalsOf } from "../../mock-auth0.ts";
import { isCell, watchCell } from "./cell.ts";
import { followChannel, reportMount } from "./channel.ts";
import { docsParameters, fitFrame, focusInPlace, frameOnDocsPages, isDocsFrame, waitForOtherPlays } from "./docs.ts";
import { mountOf } from "./mounts.ts";
import { page } from "./page.ts";
import { makePlaysStoppable } from "./plays.ts";
import { followPhases } from "./remount.ts";
import { keepFocusInManager } from "./replay-focus.ts";
import { screensOf, watchScreen } from "./story-screen.ts";
import { answerRequests } from "./worker.ts";

allowInProduction();

/** Whether this page is one of several frames of stories in a page. */
const isInPage = isDocsFrame || (isCell && globalThis.parent !== globalThis.self);

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
      ...(isDocsFrame ? [fitFrame()] : []),
      ...(isInPage ? [focusInPlace()] : []),
    ];
    return () => {
      for (const cleanUp of cleanUps) cleanUp();
    };
  },
  // Loaders run first, so that everything after this can use `context.auth0`.
  loaders: [
    (context) => {
      context.auth0 = mountOf(context).auth0;
      // Nobody sees its results there, and for dozens of cells it takes longer than the stories.
      if (isCell) context.parameters["a11y"] = { disable: true };
    },
  ],
  async beforeEach(context) {
    const mount = mountOf(context);
    reportMount(mount);
    const cell = isCell ? await watchCell(mount, context.abortSignal) : undefined;
    if (mount.error) throw mount.error;
    const removeHandlers = await answerRequests(context);
    if (isInPage && context.playFunction) await waitForOtherPlays(context.abortSignal, cell?.reported);
    if (context.parameters["auth0Screen"] === true) await watchScreen(mount);
    return () => {
      // Storybook runs these clean-ups per story, so one may run while a newer mount is active.
      if (!isOver(context)) return;
      mount.auth0.reset();
      if (page.mount === mount) removeHandlers();
    };
  },
  // For the coverage reporter, when the story runs as a test.
  afterEach(context) {
    const mount = mountOf(context);
    const session = internalsOf(mount.auth0).session();
    const served = [...session.served];
    const result = { served, screens: screensOf(mount) };
    context.reporting.addReport({ type: "auth0-msw", version: 1, result, status: "passed" });
    checkRefused(session);
  },
};

/** A mount is over when its signal aborts. Stories that run as tests never abort it. */
function isOver({ abortSignal, parameters }: StoryContext): boolean {
  return abortSignal.aborted || parameters["__isPortableStory"] === true;
}

export default annotations;

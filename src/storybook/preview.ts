import type { ProjectAnnotations, Renderer, StoryContext } from "storybook/internal/csf";
import { internalsOf } from "../mock-auth0.ts";
import { followChannel, report } from "./conversation.ts";
import { docsParameters, fitFrame, focusInPlace, frameOnDocsPages, isDocsFrame, takeTurn } from "./docs.ts";
import { mountOf } from "./mounts.ts";
import { page } from "./page.ts";
import { followPhases } from "./remount.ts";
import { answerRequests } from "./worker.ts";

/** What the addon does in the preview, in every renderer. */
const annotations: ProjectAnnotations<Renderer> = {
  parameters: { docs: docsParameters },
  argTypesEnhancers: [frameOnDocsPages],
  beforeAll() {
    const undo = [followPhases(), followChannel(), ...(isDocsFrame ? [fitFrame(), focusInPlace()] : [])];
    return () => {
      for (const each of undo) each();
    };
  },
  // A loader, since these come first: the object is there for whatever follows.
  loaders: [
    (context) => {
      context.auth0 = mountOf(context).auth0;
    },
  ],
  async beforeEach(context) {
    const mount = mountOf(context);
    report(mount);
    if (mount.error) throw mount.error;
    const tidy = await answerRequests(context);
    if (isDocsFrame && context.playFunction) await takeTurn(context.abortSignal);
    return () => {
      // Storybook keeps these by story: one that ends late ends the mount after it, too, which goes on.
      if (!isOver(context)) return;
      mount.auth0.reset();
      if (page.mount === mount) tidy();
    };
  },
  // Reaches the coverage reporter when the story runs as a test.
  afterEach(context) {
    const served = [...internalsOf(mountOf(context).auth0).session().served];
    context.reporting.addReport({ type: "auth0-msw", version: 1, result: { served }, status: "passed" });
  },
};

/** A mount ends by its signal; stories that run as tests have none that is aborted. */
function isOver({ abortSignal, parameters }: StoryContext): boolean {
  return abortSignal.aborted || parameters["__isPortableStory"] === true;
}

export default annotations;

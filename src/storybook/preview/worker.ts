import type { HttpHandler } from "msw";
import type { SetupWorker } from "msw/browser";
import { routeTo } from "../../mock-auth0.ts";
import { addHandlers } from "../../worker/handlers.ts";
import { pageProbe } from "../../worker/page-probe.ts";
import { checkStart } from "../../worker/start-check.ts";
import { startWorker } from "../../worker/start-worker.ts";
import { createTabStorage } from "../../worker/tab-storage.ts";
import { page } from "./page.ts";

const handlers: HttpHandler[] = routeTo(() => page.mount?.auth0);

interface WithMsw {
  /** The worker of another addon, or ours. */
  msw?: SetupWorker;
  readonly parameters: Readonly<Record<string, unknown>>;
}

/** The workers whose answers were checked. */
const checked = new WeakSet<SetupWorker>();

/** Lets a worker answer the story's requests. Returns a function that removes handlers the story added. */
export async function answerRequests(context: WithMsw): Promise<() => void> {
  const isOurs = context.msw === undefined;
  const isTest = context.parameters["__isPortableStory"] === true;
  const worker = (context.msw ??= await (page.worker ??= start(isTest)));
  addHandlers(worker, handlers);
  if (!checked.has(worker)) await checkStart(handlers, worker, pageProbe(!isOurs));
  checked.add(worker);
  return () => {
    if (isOurs) worker.resetHandlers();
  };
}

/** When it fails, all stories show the same error until a reload: a second start would fail for a reason of its own. */
async function start(isTest: boolean): Promise<SetupWorker> {
  const storage = createTabStorage(failWithoutStorage);
  // A browser that blocks storage blocks service workers too, with a less helpful error.
  storage.read("");
  // A dynamic import, because Node can't load `msw/browser` but may import a preview.
  const { setupWorker } = await import("msw/browser");
  const worker = setupWorker(...handlers);
  await startWorker(worker, {
    // Relative to the page, so that a build also works under a sub-path. Webpack's base URL is always `/`. The pages of
    // Vitest are in a folder.
    base: isTest ? (import.meta.env?.BASE_URL ?? "/") : "",
    page: "Storybook",
    fix: 'Add "auth0-msw/storybook" to the addons in .storybook/main.ts, which serves it.',
    storage,
  });
  return worker;
}

function failWithoutStorage(): never {
  throw new Error(
    `Mocking failed: the browser blocks cookies and site data of ${location.origin}, and service workers with them. ` +
      "Allow site data for this address and reload.",
  );
}

import type { HttpHandler } from "msw";
import type { SetupWorker } from "msw/browser";
import { routeTo } from "../../mock-auth0.ts";
import { addHandlers } from "../../worker/handlers.ts";
import { startWorker } from "../../worker/start-worker.ts";
import { createTabStorage } from "../../worker/tab-storage.ts";
import { page } from "./page.ts";

const handlers: HttpHandler[] = routeTo(() => page.mount?.auth0);

interface WithMsw {
  /** The worker of another addon, or ours. */
  msw?: SetupWorker;
}

/** Lets a worker answer the story's requests. Returns a function that removes handlers the story added. */
export async function answerRequests(context: object): Promise<() => void> {
  const given = context as WithMsw;
  const isOurs = given.msw === undefined;
  const worker = (given.msw ??= await (page.worker ??= start()));
  addHandlers(worker, handlers);
  return () => {
    if (isOurs) worker.resetHandlers();
  };
}

async function start(): Promise<SetupWorker> {
  try {
    const storage = createTabStorage(failWithoutStorage);
    // A browser that blocks storage blocks service workers too, with a less helpful error.
    storage.read("");
    // A dynamic import, because Node can't load `msw/browser` but may import a preview.
    const { setupWorker } = await import("msw/browser");
    const worker = setupWorker(...handlers);
    await startWorker(worker, {
      // Relative to the page, so that a build also works under a sub-path.
      base: import.meta.env?.BASE_URL ?? "",
      page: "Storybook",
      fix: 'Add "auth0-msw/storybook" to the addons in .storybook/main.ts, which serves it.',
      storage,
    });
    return worker;
  } catch (cause) {
    delete page.worker;
    throw cause;
  }
}

function failWithoutStorage(): never {
  throw new Error(
    `Mocking failed: the browser blocks cookies and site data of ${location.origin}, and service workers with them. ` +
      "Allow site data for this address and reload.",
  );
}

import { type SetupWorker, setupWorker } from "msw/browser";
import type { UntypedMock } from "../mock-auth0.ts";
import { addHandlers, removeHandlers } from "../worker/handlers.ts";
import { startWorker } from "../worker/start-worker.ts";
import type { TabStorage } from "../worker/tab-storage.ts";

/** A worker that answers the requests of a mock. */
export interface Answering {
  readonly worker: SetupWorker;
  /** Removes the handlers of the mock, and stops the worker when it is ours and no other mock needs it. */
  leave(): Promise<void>;
}

interface Page {
  readonly starting: Promise<SetupWorker>;
  readonly users: Set<UntypedMock>;
}

/** MSW allows one worker in a page, so all mocks of the page share it. */
let ours: Page | undefined;

/** Adds the mock's handlers to the given worker, or to one that it starts. */
export async function answerRequests(auth0: UntypedMock, storage: TabStorage, given?: SetupWorker): Promise<Answering> {
  const { handlers } = auth0;
  if (given) {
    const isAdded = addHandlers(given, handlers);
    return {
      worker: given,
      leave: () => {
        if (isAdded) removeHandlers(given, handlers);
        return Promise.resolve();
      },
    };
  }

  ours ??= { starting: start(auth0, storage), users: new Set() };
  const page = ours;
  page.users.add(auth0);
  try {
    const worker = await page.starting;
    addHandlers(worker, handlers);
    return { worker, leave: () => leave(page, worker, auth0) };
  } catch (cause) {
    page.users.delete(auth0);
    // Another mock that waited for the same worker may have started a new one already.
    if (ours === page) ours = undefined;
    throw cause;
  }
}

async function leave(page: Page, worker: SetupWorker, auth0: UntypedMock): Promise<void> {
  page.users.delete(auth0);
  if (page.users.size > 0) {
    removeHandlers(worker, auth0.handlers);
    return;
  }
  if (ours === page) ours = undefined;
  await worker.stop();
}

async function start({ handlers }: UntypedMock, storage: TabStorage): Promise<SetupWorker> {
  const worker = setupWorker(...handlers);
  await startWorker(worker, { storage });
  return worker;
}

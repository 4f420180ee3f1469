import { type SetupWorker, setupWorker } from "msw/browser";
import type { UntypedMock } from "../mock-auth0.ts";
import { addHandlers, type Network, removeHandlers } from "../worker/handlers.ts";
import { pageProbe } from "../worker/page-probe.ts";
import { checkStart } from "../worker/start-check.ts";
import { startWorker } from "../worker/start-worker.ts";
import type { TabStorage } from "../worker/tab-storage.ts";

/** A worker that answers with a mock. */
export interface Answering {
  readonly worker: Network;
  /** Removes the handlers of the mock. Stops a worker that we started when no other mock needs it. */
  release(): Promise<void>;
}

interface Page {
  readonly starting: Promise<SetupWorker>;
  readonly users: Set<UntypedMock>;
}

/** The worker that we started. MSW allows one per page, so all mocks share it. */
let ours: Page | undefined;

/** Adds the mock's handlers to the given worker, or to our own, which it starts if necessary. */
export async function answerRequests(auth0: UntypedMock, storage: TabStorage, given?: Network): Promise<Answering> {
  const { handlers } = auth0;
  if (given) {
    const isAdded = addHandlers(given, handlers);
    const remove = (): void => {
      if (isAdded) removeHandlers(given, handlers);
    };
    try {
      await checkStart(handlers, given, pageProbe(true));
    } catch (cause) {
      remove();
      throw cause;
    }
    return { worker: given, release: async () => remove() };
  }

  ours ??= { starting: start(auth0, storage), users: new Set() };
  const page = ours;
  page.users.add(auth0);
  try {
    const worker = await page.starting;
    addHandlers(worker, handlers);
    await checkStart(handlers, worker, pageProbe(false)).catch((cause: unknown) => {
      // Not awaited: MSW waits for pending requests.
      release(page, worker, auth0).catch(() => {});
      throw cause;
    });
    return { worker, release: () => release(page, worker, auth0) };
  } catch (cause) {
    page.users.delete(auth0);
    // Another mock that waited for this worker may already have started a new one.
    if (ours === page) ours = undefined;
    throw cause;
  }
}

async function release(page: Page, worker: SetupWorker, auth0: UntypedMock): Promise<void> {
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

import { type SetupWorker, setupWorker } from "msw/browser";
import { reloadUncontrolled } from "../worker/control.ts";
import { addHandlers, removeHandlers } from "../worker/handlers.ts";
import { checkPage } from "../worker/page.ts";
import { startWorker } from "../worker/start.ts";
import type { Keeper } from "./keeper.ts";
import type { LooseMock } from "./loose-mock.ts";

/** A worker that answers for a mock. */
export interface Answering {
  readonly worker: SetupWorker;
  /** Makes it answer no more for the mock, and stops it when it is ours and no other mock needs it. */
  leave(): Promise<void>;
}

interface Page {
  readonly starting: Promise<SetupWorker>;
  readonly users: Set<LooseMock>;
}

/** MSW has one worker for a page, so all mocks of the page share it. */
let ours: Page | undefined;

/** Puts the mock's handlers before the network, in the given worker or in one that it starts. */
export async function answerRequests(auth0: LooseMock, keeper: Keeper, given?: SetupWorker): Promise<Answering> {
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

  ours ??= { starting: start(auth0, keeper), users: new Set() };
  const page = ours;
  page.users.add(auth0);
  try {
    const worker = await page.starting;
    addHandlers(worker, handlers);
    return { worker, leave: () => leave(page, worker, auth0) };
  } catch (cause) {
    page.users.delete(auth0);
    // Others that waited for the same worker may have heard of it first, and started another one.
    if (ours === page) ours = undefined;
    throw cause;
  }
}

async function leave(page: Page, worker: SetupWorker, auth0: LooseMock): Promise<void> {
  page.users.delete(auth0);
  if (page.users.size > 0) {
    removeHandlers(worker, auth0.handlers);
    return;
  }
  if (ours === page) ours = undefined;
  await worker.stop();
}

async function start({ handlers }: LooseMock, keeper: Keeper): Promise<SetupWorker> {
  checkPage();
  const worker = setupWorker(...handlers);
  await startWorker(worker);
  await reloadUncontrolled(keeper);
  return worker;
}

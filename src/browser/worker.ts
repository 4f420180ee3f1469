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
  /** Has it answer no more for the mock, and stops it when it is ours and nobody else needs it. */
  leave(): Promise<void>;
}

/** MSW has one worker for a page, so all mocks of the page share it. */
let ours: { readonly starting: Promise<SetupWorker>; readonly users: Set<LooseMock> } | undefined;

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
  try {
    const worker = await page.starting;
    page.users.add(auth0);
    addHandlers(worker, handlers);
    return { worker, leave: () => leave(worker, auth0) };
  } catch (cause) {
    ours = undefined;
    throw cause;
  }
}

async function leave(worker: SetupWorker, auth0: LooseMock): Promise<void> {
  ours?.users.delete(auth0);
  if (ours && ours.users.size > 0) {
    removeHandlers(worker, auth0.handlers);
    return;
  }
  ours = undefined;
  await worker.stop();
}

async function start({ handlers }: LooseMock, keeper: Keeper): Promise<SetupWorker> {
  checkPage();
  const worker = setupWorker(...handlers);
  await startWorker(worker);
  await reloadUncontrolled(keeper);
  return worker;
}

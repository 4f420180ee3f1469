import { type SetupWorker, setupWorker, type StartOptions as WorkerOptions } from "msw/browser";
import type { Keeper } from "./keeper.ts";
import { type LooseMock, messageOf } from "./loose-mock.ts";

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
  if (given) {
    const isAdded = add(given, auth0);
    return {
      worker: given,
      leave: () => {
        if (isAdded) remove(given, auth0);
        return Promise.resolve();
      },
    };
  }

  ours ??= { starting: start(auth0, keeper), users: new Set() };
  const page = ours;
  try {
    const worker = await page.starting;
    page.users.add(auth0);
    add(worker, auth0);
    return { worker, leave: () => leave(worker, auth0) };
  } catch (cause) {
    ours = undefined;
    throw cause;
  }
}

async function leave(worker: SetupWorker, auth0: LooseMock): Promise<void> {
  ours?.users.delete(auth0);
  if (ours && ours.users.size > 0) {
    remove(worker, auth0);
    return;
  }
  ours = undefined;
  await worker.stop();
}

/** Whether they had to be added. */
function add(worker: SetupWorker, { handlers }: LooseMock): boolean {
  const listed = new Set<unknown>(worker.listHandlers());
  if (handlers.every((handler) => listed.has(handler))) return false;
  worker.use(...handlers);
  return true;
}

function remove(worker: SetupWorker, { handlers }: LooseMock): void {
  const own = new Set<unknown>(handlers);
  worker.resetHandlers(...worker.listHandlers().filter((handler) => !own.has(handler)));
}

async function start({ handlers }: LooseMock, keeper: Keeper): Promise<SetupWorker> {
  checkPage();
  const worker = setupWorker(...handlers);
  const url = `${import.meta.env?.BASE_URL ?? "/"}mockServiceWorker.js`;
  try {
    await worker.start({ quiet: true, ...passOn, serviceWorker: { url } });
  } catch (cause) {
    throw new Error(`Mocking failed: ${(await whyMissing(url)) ?? messageOf(cause)}`, { cause });
  }
  await controlled(keeper);
  return worker;
}

// MSW 2 knows the one, MSW 3 the other; each leaves the name that it does not know alone.
const passOn: WorkerOptions = { onUnhandledRequest: "bypass", onUnhandledFrame: "bypass" } as WorkerOptions;

/** Throws where there can be no service worker; MSW would go on without, and miss what others than this page ask. */
function checkPage(): void {
  if ("serviceWorker" in navigator) return;
  const { origin, port } = location;
  throw new Error(
    globalThis.isSecureContext
      ? "Mocking failed: this browser has no service workers here. Leave private browsing, or use another browser."
      : `Mocking failed: browsers have no service workers at ${origin}, which is no secure origin. ` +
          `Open http://localhost${port && `:${port}`} instead, or serve the page over https.`,
  );
}

async function whyMissing(url: string): Promise<string | undefined> {
  const response = await fetch(url).catch(() => undefined);
  const type = response?.headers.get("content-type") ?? "no content type";
  if (!response || (response.ok && type.includes("javascript"))) return undefined;
  const found = response.ok ? `the server sends ${type.split(";", 1)[0]}` : `the server answers ${response.status}`;
  return (
    `the worker script is missing, ${found} for ${new URL(url, location.href).href}. ` +
    'Run "npx auth0-msw init", or "npx msw init" with your public folder.'
  );
}

const reloaded = "auth0-msw: reloaded for the worker";

// A page that loads while the one before takes its worker down has a worker that does not control it.
async function controlled(keeper: Keeper): Promise<void> {
  const isSecondTry = keeper.read(reloaded) !== null;
  if (navigator.serviceWorker.controller) {
    if (isSecondTry) keeper.write(reloaded, null);
    return;
  }
  keeper.write(reloaded, "yes");
  if (isSecondTry || keeper.read(reloaded) === null) {
    throw new Error("Mocking failed: the service worker does not control this page. Close its other tabs and reload.");
  }
  location.reload();
  await new Promise(() => {});
}

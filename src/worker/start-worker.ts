import type { SetupWorker } from "msw/browser";
import { messageOf } from "../catalog/show-value.ts";
import { bypassOthers } from "./handlers.ts";
import type { TabStorage } from "./tab-storage.ts";

/** How a page starts MSW's worker. */
export interface WorkerOptions {
  /** The folder of the worker script. Defaults to the base path of the bundler, or `/`. */
  readonly base?: string;
  /** What the page shows, for error messages. */
  readonly page?: string;
  /** What to do when the worker script is missing, for error messages. */
  readonly fix?: string;
  /** Allows one reload of a page that the worker does not control. Without it, such a page fails. */
  readonly storage?: TabStorage;
}

const init = 'Run "npx auth0-msw init", or "npx msw init" with your public folder.';

/** Starts a worker that lets other requests pass. Rejects with a fix in the message when the page cannot have one. */
export async function startWorker(worker: SetupWorker, options: WorkerOptions = {}): Promise<void> {
  const { base = import.meta.env?.BASE_URL ?? "/", page = "the page", fix = init, storage } = options;
  checkServiceWorkers(page);
  const url = `${base}mockServiceWorker.js`;
  try {
    await worker.start({ quiet: true, ...bypassOthers, serviceWorker: { url } });
  } catch (cause) {
    // MSW 3 has already patched WebSocket, and could not start again beside its own patch. Not awaited: `stop` waits
    // for a worker, which may never arrive.
    stop(worker).catch(() => {});
    const missing = await whyMissing(url);
    const reason = missing ? `${missing} ${fix}` : messageOf(cause);
    throw new Error(`Mocking failed: ${reason}`, { cause });
  }
  await (storage ? reloadUncontrolled(storage) : checkControlled());
}

/** MSW also starts without service workers, but then misses the requests of other contexts. */
function checkServiceWorkers(page: string): void {
  if ("serviceWorker" in navigator) return;
  const { origin, port } = location;
  throw new Error(
    globalThis.isSecureContext
      ? "Mocking failed: this browser has no service workers here. Leave private browsing, or use another browser."
      : `Mocking failed: browsers have no service workers at ${origin}, because it is not a secure origin. ` +
          `Open http://localhost${port && `:${port}`} instead, or serve ${page} over https.`,
  );
}

// Async, because MSW 2 throws and MSW 3 rejects.
async function stop(worker: SetupWorker): Promise<void> {
  await worker.stop();
}

async function whyMissing(url: string): Promise<string | undefined> {
  // With a limit: a worker of an earlier start may hold the request forever.
  const response = await fetch(url, { signal: AbortSignal.timeout(3000) }).catch(() => undefined);
  const type = response?.headers.get("content-type") ?? "no content type";
  if (!response || (response.ok && type.includes("javascript"))) return undefined;
  const found = response.ok ? `the server sends ${type.split(";", 1)[0]}` : `the server answers ${response.status}`;
  return `the worker script is missing, ${found} for ${new URL(url, location.href).href}.`;
}

/** Whether a service worker sees the requests of this page. */
export function isControlled(): boolean {
  return navigator.serviceWorker.controller !== null;
}

const reloaded = "auth0-msw: reloaded for the worker";

/**
 * Reloads a page that the worker does not control. This happens when the previous page is still shutting down its
 * worker. Throws when a reload did not help.
 */
async function reloadUncontrolled(storage: TabStorage): Promise<void> {
  const isSecondTry = storage.read(reloaded) !== null;
  if (isControlled()) {
    if (isSecondTry) storage.write(reloaded, null);
    return;
  }
  storage.write(reloaded, "yes");
  if (isSecondTry || storage.read(reloaded) === null) checkControlled();
  location.reload();
  await new Promise(() => {});
}

function checkControlled(): void {
  if (isControlled()) return;
  throw new Error("Mocking failed: the service worker does not control this page. Close its other tabs and reload.");
}

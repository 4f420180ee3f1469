import type { SetupWorker, StartOptions } from "msw/browser";
import type { HttpHandler } from "msw";
import { routeTo } from "../mock-auth0.ts";
import { page } from "./page.ts";

const handlers: HttpHandler[] = routeTo(() => page.mount?.auth0);

interface WithMsw {
  /** The worker that another addon has started, or ours. */
  msw?: SetupWorker;
}

/** Sees to it that a worker answers; returns how to leave it clean for the next story. */
export async function answerRequests(context: object): Promise<() => void> {
  const given = context as WithMsw;
  const isOurs = given.msw === undefined;
  const worker = (given.msw ??= await (page.worker ??= startWorker()));
  const listed = worker.listHandlers();
  if (!handlers.every((handler) => listed.includes(handler))) worker.use(...handlers);
  return () => {
    if (isOurs) worker.resetHandlers();
  };
}

async function startWorker(): Promise<SetupWorker> {
  try {
    checkPage();
    // MSW’s browser part cannot even be loaded in Node, where a preview may be imported, too.
    const { setupWorker } = await import("msw/browser");
    const worker = setupWorker(...handlers);
    await worker.start({
      quiet: true,
      ...passOn,
      // Relative to the page, so that a build works in a sub-path too.
      serviceWorker: { url: `${import.meta.env?.BASE_URL ?? ""}mockServiceWorker.js` },
    });
    await controlled();
    return worker;
  } catch (cause) {
    delete page.worker;
    throw cause;
  }
}

// MSW 2 knows the one, MSW 3 the other; each leaves the name that it does not know alone.
const passOn: StartOptions = { onUnhandledRequest: "bypass", onUnhandledFrame: "bypass" } as StartOptions;

function checkPage(): void {
  if (!isStorageOpen()) {
    throw new Error(
      `Mocking failed: the browser blocks cookies and site data of ${location.origin}, and service workers with them. ` +
        "Allow site data for this address and reload.",
    );
  }
  if ("serviceWorker" in navigator) return;
  const reason = globalThis.isSecureContext
    ? "this browser has no service workers here. Leave private browsing, or use another browser."
    : `browsers have no service workers at ${location.origin}, which is no secure origin. ` +
      `Open http://localhost${location.port && `:${location.port}`} instead, or serve Storybook over https.`;
  throw new Error(`Mocking failed: ${reason}`);
}

function isStorageOpen(): boolean {
  try {
    return typeof sessionStorage === "object";
  } catch {
    return false;
  }
}

const reloaded = "auth0-msw: reloaded for the worker";

// A page that loads while the one before takes its worker down has a worker that does not control it.
async function controlled(): Promise<void> {
  if (navigator.serviceWorker.controller) {
    sessionStorage.removeItem(reloaded);
    return;
  }
  if (sessionStorage.getItem(reloaded)) {
    throw new Error("Mocking failed: the service worker does not control this page. Close its other tabs and reload.");
  }
  sessionStorage.setItem(reloaded, "yes");
  location.reload();
  await new Promise(() => {});
}

import type { HttpHandler } from "msw";
import type { SetupWorker } from "msw/browser";
import { routeTo } from "../mock-auth0.ts";
import { reloadUncontrolled } from "../worker/control.ts";
import { addHandlers } from "../worker/handlers.ts";
import { checkPage } from "../worker/page.ts";
import { passOn } from "../worker/pass-on.ts";
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
  const worker = (given.msw ??= await (page.worker ??= start()));
  addHandlers(worker, handlers);
  return () => {
    if (isOurs) worker.resetHandlers();
  };
}

async function start(): Promise<SetupWorker> {
  try {
    checkStorage();
    checkPage("Storybook");
    // MSW’s browser part cannot even be loaded in Node, where a preview may be imported, too.
    const { setupWorker } = await import("msw/browser");
    const worker = setupWorker(...handlers);
    await worker.start({
      quiet: true,
      ...passOn,
      // Relative to the page, so that a build works in a sub-path too.
      serviceWorker: { url: `${import.meta.env?.BASE_URL ?? ""}mockServiceWorker.js` },
    });
    await reloadUncontrolled({
      read: (key) => sessionStorage.getItem(key),
      write(key, text) {
        if (text === null) sessionStorage.removeItem(key);
        else sessionStorage.setItem(key, text);
      },
    });
    return worker;
  } catch (cause) {
    delete page.worker;
    throw cause;
  }
}

function checkStorage(): void {
  if (isStorageOpen()) return;
  throw new Error(
    `Mocking failed: the browser blocks cookies and site data of ${location.origin}, and service workers with them. ` +
      "Allow site data for this address and reload.",
  );
}

function isStorageOpen(): boolean {
  try {
    return typeof sessionStorage === "object";
  } catch {
    return false;
  }
}

import type { SetupWorker } from "msw/browser";
import { passOn } from "./pass-on.ts";

/** Starts a worker that leaves other requests alone. Rejects where its script is missing, saying what to do. */
export async function startWorker(worker: SetupWorker): Promise<void> {
  const url = `${import.meta.env?.BASE_URL ?? "/"}mockServiceWorker.js`;
  try {
    await worker.start({ quiet: true, ...passOn, serviceWorker: { url } });
  } catch (cause) {
    // MSW 3 has put its WebSocket into the page by now, and would not start again beside it. Not awaited:
    // what it waits for is a worker, and there may never be one.
    stop(worker).catch(() => {});
    const reason = (await whyMissing(url)) ?? (cause instanceof Error ? cause.message : String(cause));
    throw new Error(`Mocking failed: ${reason}`, { cause });
  }
}

// Async, since MSW 2 throws at once what MSW 3 rejects with.
async function stop(worker: SetupWorker): Promise<void> {
  await worker.stop();
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

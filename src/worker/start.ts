import type { SetupWorker } from "msw/browser";
import { passOn } from "./pass-on.ts";

/** Starts a worker that leaves other requests alone. Rejects where its script is missing, saying what to do. */
export async function startWorker(worker: SetupWorker): Promise<void> {
  const url = `${import.meta.env?.BASE_URL ?? "/"}mockServiceWorker.js`;
  try {
    await worker.start({ quiet: true, ...passOn, serviceWorker: { url } });
  } catch (cause) {
    const reason = (await whyMissing(url)) ?? (cause instanceof Error ? cause.message : String(cause));
    throw new Error(`Mocking failed: ${reason}`, { cause });
  }
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

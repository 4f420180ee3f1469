import type { RequestHandler } from "msw";
import { type SetupWorker, setupWorker } from "msw/browser";
import { afterAll, beforeAll } from "vitest";
import { quiet } from "./quiet.ts";
import { type Transport, viaFetch, viaXhr } from "./wire.ts";

let starting: Promise<SetupWorker> | undefined;

/** Uses the handlers for all tests of the file. */
export function serve(handlers: readonly RequestHandler[]): void {
  beforeAll(async () => {
    // MSW 3 can start only once in a page.
    starting ??= start();
    const worker = await starting;
    worker.use(...handlers);
  });
  afterAll(async () => {
    const worker = await starting;
    worker?.resetHandlers();
  });
}

async function start(): Promise<SetupWorker> {
  const worker = setupWorker();
  await worker.start({ ...quiet, quiet: true });
  return worker;
}

/** The HTTP stacks of a browser. */
export const transports: Readonly<Record<string, Transport>> = { fetch: viaFetch, xhr: viaXhr };

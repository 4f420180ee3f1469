import type { BrowserContext, Request as PageRequest, Route } from "@playwright/test";
import { getResponse, type RequestHandler } from "msw";
import { paths } from "../../scenarios/types.ts";
import { passWorker } from "./pass-worker.ts";

/** The addresses of the two endpoints, on any host. */
const pattern = new RegExp(`(${Object.values(paths).join("|")})([?#]|$)`);

/**
 * Makes a mock answer all pages of a browser context, even when the app starts a worker of MSW. Of several mocks the
 * latest answers first; requests to other domains go to the one before.
 * @example
 * const context = await browser.newContext();
 * await routeAuth0(context, auth0);
 */
export async function routeAuth0(
  context: BrowserContext,
  { handlers }: { readonly handlers: readonly RequestHandler[] },
): Promise<void> {
  await context.addInitScript(passWorker, pattern.source);
  await context.route(pattern, (route) => answer(route, handlers));
}

async function answer(route: Route, handlers: readonly RequestHandler[]): Promise<void> {
  const request = toRequest(route.request());
  const response = await getResponse([...handlers], request);
  if (!response) return route.fallback();
  if (response.type === "error") return route.abort("failed");
  return route.fulfill({
    status: response.status,
    headers: Object.fromEntries(response.headers),
    body: Buffer.from(await response.arrayBuffer()),
  });
}

function toRequest(asked: PageRequest): Request {
  const body = asked.postDataBuffer();
  return new Request(asked.url(), {
    method: asked.method(),
    headers: asked.headers(),
    body: body && new Uint8Array(body),
    signal: abandoned(asked),
  });
}

/** Aborts when the page no longer waits: it cancelled the request, or it was closed. */
function abandoned(asked: PageRequest): AbortSignal {
  const abort = new AbortController();
  const leave = (): void => abort.abort();
  asked.response().then((response) => response ?? leave(), leave);
  return abort.signal;
}

import type { BrowserContext, Request as PageRequest, Route } from "@playwright/test";
import { getResponse, type RequestHandler } from "msw";
import { paths } from "../../scenarios/types.ts";
import { passWorker } from "./pass-worker.ts";

/** The URLs of the two endpoints, on any host. */
const pattern = new RegExp(`(${Object.values(paths).join("|")})([?#]|$)`);

/**
 * Makes a mock answer all pages of a browser context, even when the app starts its own MSW worker. With several mocks,
 * the latest answers first. Requests to other domains go to the one before.
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

function toRequest(pageRequest: PageRequest): Request {
  const body = pageRequest.postDataBuffer();
  return new Request(pageRequest.url(), {
    method: pageRequest.method(),
    headers: pageRequest.headers(),
    body: body && new Uint8Array(body),
    signal: signalOf(pageRequest),
  });
}

/** Aborts when the page cancels the request or closes. */
function signalOf(pageRequest: PageRequest): AbortSignal {
  const controller = new AbortController();
  const abort = (): void => controller.abort();
  pageRequest.response().then((response) => response ?? abort(), abort);
  return controller.signal;
}

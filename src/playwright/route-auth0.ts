import { AsyncLocalStorage } from "node:async_hooks";
import type { BrowserContext, Request as PageRequest, Route } from "@playwright/test";
import { getResponse, type RequestHandler } from "msw";
import { paths } from "../../scenarios/types.ts";
import { printOnce } from "../engine/print-once.ts";
import { internalsOf } from "../mock-auth0.ts";
import { isOthersHandler } from "../worker/handlers.ts";
import { arrivalsOf } from "./arrivals.ts";
import { passWorker } from "./pass-worker.ts";

/** The URLs of the two endpoints, on any host. */
const pattern = new RegExp(`(${Object.values(paths).join("|")})([?#]|$)`);

/** A request of a page, while it is being answered. */
export interface Exchange {
  readonly context: BrowserContext;
  readonly pageRequest: PageRequest;
  readonly signal: AbortSignal;
  /** Resolves when the page may get the answer. */
  ready?: Promise<void> | undefined;
}

/** The exchange that the running code belongs to. A session doesn't know which page sent a request. */
export const exchanges: AsyncLocalStorage<Exchange> = new AsyncLocalStorage();

/**
 * Makes a mock answer all pages of a browser context, even when the app starts its own MSW worker. With several mocks,
 * the latest answers first. Requests to other domains go to the one before. When a route of yours or a service worker
 * comes before the mock, and the request reaches the network or the worker's answer, the test fails.
 * @example
 * const context = await browser.newContext();
 * await routeAuth0(context, auth0);
 */
export async function routeAuth0(
  context: BrowserContext,
  auth0: { readonly handlers: readonly RequestHandler[] },
): Promise<void> {
  const { handlers } = auth0;
  const arrivals = arrivalsOf(context);
  const own = handlers
    .filter((handler) => !isOthersHandler(handler))
    .map(({ info }) => (info as { path?: unknown }).path);
  arrivals.add({
    matches: (url) => own.some((path) => path instanceof RegExp && path.test(url)),
    onMissed: (sentence) => fail(auth0, sentence),
  });
  await context.addInitScript(passWorker, pattern.source);
  await routeOthers(context, handlers);
  await context.route(pattern, (route) => {
    arrivals.arrive(route.request());
    return answer(context, route, handlers);
  });
}

/** Makes the fixture fail its test at the end. Without the fixture, a message must do. */
function fail(auth0: object, sentence: string): void {
  const session = "calls" in auth0 ? internalsOf(auth0).session() : undefined;
  if (session?.testName === undefined) printOnce("error", sentence);
  else session.refused.add(`${sentence} This was in the test "${session.testName}".`);
}

/** Shows the other requests to the mocked domains to the handlers, for the option `otherRequests`. */
async function routeOthers(context: BrowserContext, handlers: readonly RequestHandler[]): Promise<void> {
  for (const handler of handlers) {
    if (!isOthersHandler(handler)) continue;
    handler.listHandlers = () => handlers;
    await context.route(handler.info.path as RegExp, (route) =>
      isOfApp(route.request()) ? route.fallback() : answer(context, route, handlers),
    );
  }
}

/** Where a domain is the app's own, these are its page, scripts and pictures. */
function isOfApp(pageRequest: PageRequest): boolean {
  const { origin, hostname } = new URL(pageRequest.url());
  if (pageRequest.isNavigationRequest()) return /^(localhost|127\.0\.0\.1|\[::1\])$/.test(hostname);
  return !pageRequest.serviceWorker() && pageRequest.frame().url().startsWith(`${origin}/`);
}

async function answer(context: BrowserContext, route: Route, handlers: readonly RequestHandler[]): Promise<void> {
  const pageRequest = route.request();
  const exchange: Exchange = { context, pageRequest, signal: signalOf(pageRequest) };
  const request = toRequest(exchange);
  const response = await exchanges.run(exchange, () => getResponse([...handlers], request));
  if (!response) return route.fallback();
  await exchange.ready;
  if (response.type === "error") return route.abort("failed");
  return route.fulfill({
    status: response.status,
    headers: Object.fromEntries(response.headers),
    body: Buffer.from(await response.arrayBuffer()),
  });
}

function toRequest({ pageRequest, signal }: Exchange): Request {
  const body = pageRequest.postDataBuffer();
  return new Request(pageRequest.url(), {
    method: pageRequest.method(),
    headers: pageRequest.headers(),
    body: body && new Uint8Array(body),
    signal,
  });
}

/** Aborts when the page cancels the request or closes. */
function signalOf(pageRequest: PageRequest): AbortSignal {
  const controller = new AbortController();
  const abort = (): void => controller.abort();
  pageRequest.response().then((response) => response ?? abort(), abort);
  return controller.signal;
}

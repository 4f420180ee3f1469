import type { BrowserContext, Request as PageRequest, Route } from "@playwright/test";
import { getResponse, type RequestHandler } from "msw";
import { paths } from "../../scenarios/scenario.ts";
import { passWorker } from "./pass-worker.ts";

/** The addresses of the two endpoints, on any host. */
const ours = new RegExp(`(${Object.values(paths).join("|")})([?#]|$)`);

/**
 * Has a mock answer all pages of a browser context until it is closed, past a worker of MSW in the app.
 * Of several mocks the latest goes first; what is for another domain goes to the one before.
 * @example
 * const context = await browser.newContext();
 * await routeAuth0(context, auth0);
 */
export async function routeAuth0(
  context: BrowserContext,
  { handlers }: { readonly handlers: readonly RequestHandler[] },
): Promise<void> {
  await context.addInitScript(passWorker, ours.source);
  await context.route(ours, (route) => answer(route, handlers));
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
    signal: leaving(asked),
  });
}

/** Aborted once the page no longer waits: it gave up, or it is closed. */
function leaving(asked: PageRequest): AbortSignal {
  const left = new AbortController();
  const leave = (): void => left.abort();
  asked.response().then((response) => response ?? leave(), leave);
  return left.signal;
}

import type { BrowserContext } from "@playwright/test";
import type { MockAuth0, ScenarioId } from "auth0-msw";
import { test as withAuth0 } from "auth0-msw/playwright";
import { getResponse } from "msw";

// No browser has to start for a reporter, which sees only what tests leave. What pages leave in them, and
// that it counts, is for ../playwright.test.ts.
const context = { addInitScript() {}, route() {}, once() {}, pages: () => [] } as unknown as BrowserContext;

export const test = withAuth0.extend({ context });

/** Has each of these answers served, one after the other. */
export async function meet(auth0: MockAuth0, ...ids: readonly ScenarioId[]): Promise<void> {
  for (const id of ids) {
    auth0.use(id);
    const path = id.startsWith("oauth-ro/") ? "/oauth/ro" : "/passwordless/start";
    await getResponse([...auth0.handlers], new Request(`https://demo.eu.auth0.com${path}`, { method: "POST" }));
  }
}

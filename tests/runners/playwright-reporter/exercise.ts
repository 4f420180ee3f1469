import type { BrowserContext } from "@playwright/test";
import type { MockAuth0, ScenarioId } from "auth0-msw";
import { test as withAuth0 } from "auth0-msw/playwright";
import { getResponse } from "msw";

// The reporter reads only the annotations of tests, so no browser has to start here. ../playwright.test.ts tests
// the annotations that real pages produce.
const context = { addInitScript() {}, route() {}, on() {}, once() {}, pages: () => [] } as unknown as BrowserContext;

export const test = withAuth0.extend({ context });

/** Sends one request for each of these scenarios, one after the other. */
export async function exercise(auth0: MockAuth0, ...ids: readonly ScenarioId[]): Promise<void> {
  for (const id of ids) {
    auth0.use(id);
    const path = id.startsWith("oauth-ro/") ? "/oauth/ro" : "/passwordless/start";
    await getResponse([...auth0.handlers], new Request(`https://demo.eu.auth0.com${path}`, { method: "POST" }));
  }
}

import type { Page } from "@playwright/test";
import type { MockAuth0, ScenarioId } from "auth0-msw";

/** Has each of these answers served to the page, one after the other. */
export async function meet(page: Page, auth0: MockAuth0, ...ids: readonly ScenarioId[]): Promise<void> {
  for (const id of ids) {
    auth0.use(id);
    const path = id.startsWith("oauth-ro/") ? "/oauth/ro" : "/passwordless/start";
    await page.evaluate((url) => fetch(url, { method: "POST" }), `https://demo.eu.auth0.com${path}`);
  }
}

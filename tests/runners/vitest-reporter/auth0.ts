import type { ScenarioId } from "auth0-msw";
import { setupAuth0 } from "auth0-msw/vitest";

export { expect, test } from "vitest";

export const auth0 = setupAuth0({ scenarios: { "oauth-ro": { maintenance: { status: 503 } } } });

/** Sends one request for each of these scenarios, one after the other. */
export async function exercise(...ids: readonly (ScenarioId | "oauth-ro/maintenance")[]): Promise<void> {
  for (const id of ids) {
    auth0.use(id);
    const path = id.startsWith("oauth-ro/") ? "/oauth/ro" : "/passwordless/start";
    await fetch(`https://demo.eu.auth0.com${path}`, { method: "POST" });
  }
}

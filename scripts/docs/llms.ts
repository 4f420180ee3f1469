import { mockAuth0 } from "auth0-msw";
import { endpoints, paths } from "../../scenarios/types.ts";
import { entries } from "./entries.ts";

/** What each entry is for, in a few words. A new entry needs a line here. */
const purposes: Readonly<Record<string, string>> = {
  "auth0-msw": "mockAuth0(): the handlers and the switches, for any MSW setup",
  "auth0-msw/node": "isolate(): a session of its own for concurrent code",
  "auth0-msw/browser": "startAuth0(mockAuth0(), { panel: true }): the worker and the switcher in an app",
  "auth0-msw/storybook": 'the addon: addons: ["auth0-msw/storybook"]; parameters.auth0, context.auth0',
  "auth0-msw/vitest": "export const auth0 = setupAuth0(); in a setup file: a session for each test",
  "auth0-msw/vitest/reporter": "failure coverage for Vitest",
  "auth0-msw/jest": "setupAuth0() for Jest",
  "auth0-msw/jest/config": "withAuth0(config): lets Jest load this package and MSW",
  "auth0-msw/jest/reporter": "failure coverage for Jest",
  "auth0-msw/node-test": "setupAuth0() for node:test",
  "auth0-msw/node-test/reporter": "failure coverage for node:test",
  "auth0-msw/playwright": "test with an auth0 fixture",
  "auth0-msw/playwright/reporter": "failure coverage for Playwright",
};

/** Entries that Storybook loads, not users. */
const internal = /^auth0-msw\/storybook\/./;

const recipes = `- Switch a failure on: \`auth0.use("oauth-ro/user-blocked")\`. With options: \`auth0.use("oauth-ro/too-many-requests", { params: { retryAfter: 90 }, delay: 800 })\`.
- For the next request only: \`auth0.once(id)\`. One after the other: \`auth0.sequence([id, id])\`. The tenant again: \`auth0.use("oauth-ro/live")\`. All as it began: \`auth0.reset()\`.
- What was sent and answered: \`auth0.calls("oauth-ro")\`, \`await auth0.waitForCall("oauth-ro")\`, \`expect(auth0).toHaveAnswered(id)\`.
- What the screen said (Vitest, \`setupAuth0({}, { screen: true })\`): \`auth0.screen()\`, \`expect(auth0).toHaveShown(/text/)\`.
- Every failure: \`test.each(auth0.failures("oauth-ro"))\`.
- A one-time code that was "sent": \`auth0.inbox.latest("ada@example.com")?.code\`.
- In a story: \`parameters: { auth0: "oauth-ro/user-blocked" }\`. In the URL of an app: \`?auth0-scenario=oauth-ro/user-blocked\`.
- Your own answer: \`mockAuth0({ scenarios: { "oauth-ro": { maintenance: { status: 503 } } } })\`.
- On the command line: \`npx auth0-msw init --dry-run\`, \`list --json\`, \`show <id> --json\`, \`missing coverage.json --json\`, \`gallery storybook-static --output coverage.json\`, \`report coverage.json --html\`.`;

/** The whole of llms.txt: everything there is, in few words. */
export function llmsText(): string {
  const { scenarios } = mockAuth0();
  const listed = [...entries().keys()].filter((name) => !internal.test(name));
  const lists = endpoints.map((endpoint) => {
    const own = scenarios.filter((scenario) => scenario.endpoint === endpoint);
    const lines = own.map(
      ({ id, status, error, summary }) =>
        `- ${id} (${status ?? "no response"}${error === null ? "" : ` ${error}`}): ${summary}`,
    );
    return [`## Scenarios of POST ${paths[endpoint]}`, "", ...lines].join("\n");
  });
  return [
    "# auth0-msw",
    "> MSW handlers for Auth0's POST /oauth/ro and POST /passwordless/start. Every failure is a named scenario, switched at runtime. With nothing switched on, a small live tenant answers. Other endpoints are not covered.",
    "## Entries",
    listed.map((name) => `- ${name}: ${purposeOf(name)}`).join("\n"),
    "## Recipes",
    recipes,
    ...lists,
  ].join("\n\n");
}

function purposeOf(name: string): string {
  const purpose = purposes[name];
  if (purpose === undefined) throw new Error(`Say in scripts/docs/llms.ts what ${name} is for.`);
  return purpose;
}

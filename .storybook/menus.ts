import type { Activation, Endpoint, Scenario, ScenarioId } from "auth0-msw";
import type { Globals, GlobalTypes, Parameters } from "storybook/internal/types";
import { auth0 } from "./auth0.ts";

const titles: Readonly<Record<Endpoint, string>> = {
  "oauth-ro": "POST /oauth/ro",
  "passwordless-start": "POST /passwordless/start",
};

const endpoints = Object.keys(titles) as Endpoint[];

/** One toolbar menu for each endpoint, with everything that it can answer. */
export const menus: GlobalTypes = Object.fromEntries(
  endpoints.map((endpoint) => [
    endpoint,
    {
      description: `What ${titles[endpoint]} answers`,
      toolbar: {
        title: titles[endpoint],
        icon: endpoint === "oauth-ro" ? "key" : "email",
        dynamicTitle: true,
        items: [
          { value: "live", title: "live", right: "the demo tenant" },
          ...auth0.scenarios
            .filter((scenario) => scenario.endpoint === endpoint)
            .toSorted((one, other) => (one.status ?? 1000) - (other.status ?? 1000))
            .map(toItem),
        ],
      },
    },
  ]),
);

// Storybook drops a value with a slash from its URL: the menu's name is the first half of the id.
function toItem({ id, endpoint, status, evidence }: Scenario) {
  const name = id.slice(endpoint.length + 1);
  return { value: name, title: `${status ?? "–––"} ${name}`, right: evidence };
}

/** What each endpoint is to answer: the toolbar's choice, else the story's own parameter, else live. */
export function answersFor(globals: Globals, parameters: Parameters): Activation[] {
  const own = [parameters["auth0"] ?? []].flat() as Activation[];
  return endpoints.map((endpoint) => {
    const chosen = globals[endpoint] && (`${endpoint}/${globals[endpoint]}` as ScenarioId);
    const written = own.find((activation) => idOf(activation).startsWith(`${endpoint}/`));
    if (!chosen) return written ?? `${endpoint}/live`;
    // A story's params and delay hold as long as its own scenario is the one that is chosen.
    return written && idOf(written) === chosen ? written : chosen;
  });
}

function idOf(activation: Activation): ScenarioId {
  return typeof activation === "string" ? activation : activation.use;
}

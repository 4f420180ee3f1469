import { endpoints } from "../../scenarios/types.ts";
import type { ResolvedActivation } from "../catalog/registry.ts";
import { internalsOf, type UntypedMock } from "../mock-auth0.ts";
import type { ActiveOptions, PanelModel } from "./model.ts";

/** The most calls that the switcher shows. */
const shownCalls = 100;

/** The current model of a mock, as plain data. */
export function modelOf(auth0: Pick<UntypedMock, "scenarios" | "inbox">): PanelModel {
  const session = internalsOf(auth0).session();
  const boards = endpoints.map((endpoint) => [endpoint, session.endpoint(endpoint).switchboard] as const);
  return {
    scenarios: auth0.scenarios,
    active: Object.fromEntries(boards.map(([endpoint, { active }]) => [endpoint, active])) as PanelModel["active"],
    options: Object.fromEntries(
      boards.flatMap(([endpoint, { next }]) => {
        const options = next && optionsOf(next);
        return options && Object.keys(options).length > 0 ? [[endpoint, options]] : [];
      }),
    ),
    calls: session
      .calls()
      .slice(-shownCalls)
      .map((call) => call.toJSON()),
    messages: auth0.inbox.messages,
  };
}

function optionsOf({ params, headers, delay }: ResolvedActivation): ActiveOptions {
  const given = Object.entries(params).filter(([, value]) => value !== undefined);
  return {
    ...(given.length > 0 && { params: Object.fromEntries(given) as Record<string, string | number> }),
    ...(Object.keys(headers).length > 0 && { headers }),
    ...(delay !== undefined && { delay }),
  };
}

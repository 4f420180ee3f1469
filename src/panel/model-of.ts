import { type Endpoint, endpoints } from "../../scenarios/types.ts";
import type { UntypedActivation } from "../catalog/activation.ts";
import type { ResolvedActivation } from "../catalog/registry.ts";
import type { EndpointState } from "../engine/session.ts";
import { tenantView } from "../live/tenant-view.ts";
import { internalsOf, type UntypedMock } from "../mock-auth0.ts";
import { heldAt } from "./held-requests.ts";
import type { ActiveOptions, PanelModel, Switches } from "./model.ts";

/** The most calls that the switcher shows. */
const shownCalls = 100;

/** The current model of a mock, as plain data, without what only its owner knows. */
export function modelOf(auth0: Pick<UntypedMock, "scenarios" | "inbox">): Omit<PanelModel, "seen"> {
  const mock = internalsOf(auth0);
  const session = mock.session();
  const each = <Value>(value: (state: EndpointState) => Value): Record<Endpoint, Value> =>
    Object.fromEntries(endpoints.map((endpoint) => [endpoint, value(session.endpoint(endpoint))])) as Record<
      Endpoint,
      Value
    >;
  return {
    scenarios: auth0.scenarios,
    active: each(({ switchboard }) => switchboard.active),
    options: each(({ switchboard: { next } }) => (next ? optionsOf(next) : {})),
    switches: each(switchesOf),
    calls: session
      .calls()
      .slice(-shownCalls)
      .map((call) => call.toJSON()),
    messages: auth0.inbox.messages,
    tenant: tenantView(mock, session.tenantState),
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

function toActivation(activation: ResolvedActivation): UntypedActivation {
  const options = optionsOf(activation);
  return Object.keys(options).length > 0 ? { use: activation.id, ...options } : activation.id;
}

/** The switches of an endpoint, as plain data. */
export function switchesOf(state: EndpointState): Switches {
  const { queued, slot, taken } = state.switchboard;
  const { holdsNext, requests } = heldAt(state);
  return {
    queued: queued.map(toActivation),
    steps: slot?.steps.map(toActivation) ?? [],
    cycle: slot?.cycle ?? false,
    next: slot?.next ?? 0,
    taken,
    holdsNext,
    held: requests,
  };
}

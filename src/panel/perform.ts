import { type Endpoint, paths } from "../../scenarios/types.ts";
import { endpointOf } from "../catalog/activation.ts";
import type { Domain } from "../catalog/domain.ts";
import { clearCounters } from "../live/state.ts";
import { internalsOf, type UntypedMock } from "../mock-auth0.ts";
import { heldAt } from "./held-requests.ts";
import type { PageAction } from "./model.ts";
import { byEndpoint, type Selection } from "./selection.ts";

/**
 * Switches on a selection. Endpoints that it does not name stay as they are.
 * @throws On an unknown name and on an invalid option or scenario.
 */
export function applySelection(auth0: UntypedMock, selection: Selection): void {
  const { define, resolve } = internalsOf(auth0);
  if (selection.scenarios) define(selection.scenarios);
  // Before the first switch, so that a wrong name changes nothing.
  for (const activation of selection.activations) resolve(activation);
  for (const { activations, cycle } of byEndpoint(selection))
    auth0.sequence(activations, { cycle: cycle !== undefined });
}

/** Performs an action in the page of a mock. Throws on an unknown scenario, and when a call is not in the log. */
export function perform(auth0: UntypedMock, action: PageAction): void {
  const mock = internalsOf(auth0);
  const session = mock.session();
  if (action.type === "hold") heldAt(session.endpoint(action.endpoint)).holdNext(action.hold);
  else if (action.type === "answer") {
    const { endpoint, n, activation, scenarios } = action;
    if (scenarios) mock.define(scenarios);
    const chosen = activation === undefined ? session.take(endpoint).activation : mock.resolve(activation);
    heldAt(session.endpoint(endpoint)).answer(n, chosen ?? mock.resolve(`${endpoint}/live`));
  } else if (action.type === "unlock") clearCounters(session.tenantState);
  else send(action.type === "send" ? exampleOf(auth0, mock.domains, action.id) : callOf(auth0, action).request);
  session.changed();
}

/** The example request of a scenario, or else a valid request, to a host that the mock answers. */
function exampleOf({ scenarios }: UntypedMock, [domain]: readonly Domain[], id: string): Request {
  const endpoint = endpointOf(id) as Endpoint;
  const find = (wanted: string) => scenarios.find((scenario) => scenario.id === wanted)?.example;
  const example = find(id) ?? find(`${endpoint}/success`);
  const { method = "POST", headers, body = null, host } = example ?? {};
  const hasBody = body !== null && method !== "GET" && method !== "HEAD";
  return new Request(`${originOf(domain, host)}${paths[endpoint]}`, {
    method,
    headers: { ...headers },
    ...(hasBody && { body: typeof body === "string" ? body : JSON.stringify(body) }),
  });
}

/** Where to send a request. A mock without a domain answers any host, this page's own included. */
function originOf(domain: Domain | undefined, host: string | undefined): string {
  if (!domain) return host === undefined ? location.origin : `https://${host}`;
  return `https://${domain.host}${domain.port && `:${domain.port}`}${domain.path}`;
}

function callOf(auth0: UntypedMock, { endpoint, n }: { readonly endpoint: Endpoint; readonly n: number }) {
  const call = auth0.calls(endpoint).find((each) => each.n === n);
  if (!call) throw new Error(`Call #${n} is no longer in the log. Send another request.`);
  return call;
}

function send(request: Request): void {
  // The log shows the answer, and failures are what the user wants to see.
  fetch(request).catch(() => {});
}

import { http, type HttpHandler } from "msw";
import { type Endpoint, endpoints, paths } from "../../scenarios/types.ts";
import { resolveActivation } from "../catalog/activation.ts";
import { urlPattern, type Domain } from "../catalog/domain.ts";
import type { Registry, ResolvedActivation } from "../catalog/registry.ts";
import { type Answer, jsonHeaders, mergeHeaders, render } from "../catalog/render.ts";
import { messageOf } from "../catalog/show-value.ts";
import { Call, maskedBody } from "./call.ts";
import type { Hold } from "./hold.ts";
import { maskText } from "./mask.ts";
import { createOthersHandler } from "./others-handler.ts";
import { mediaType, readBody } from "./request-body.ts";
import type { Mock, Outcome, RequestContext } from "./request-context.ts";
import { networkError, preflight, toResponse } from "./response.ts";
import type { Session } from "./session.ts";
import type { Decision } from "./switchboard.ts";
import type { Timer } from "./timer.ts";

/**
 * One MSW handler for each endpoint, on the given domains or on any host, and one for the other requests to these.
 * `findMock` returns the mock that answers a request. When it returns none, MSW asks the next handler.
 */
export function createHandlers(
  findMock: (request: Request) => Mock | undefined,
  domains: readonly Domain[] = [],
): HttpHandler[] {
  const answering = endpoints.map((endpoint) => {
    const timers = new Set<Timer>();
    const handler = http.all(urlPattern(domains, paths[endpoint]), ({ request }) => {
      const mock = findMock(request);
      return mock && answer(mock, endpoint, request, timers);
    });
    // MSW 3 calls `dispose` when its server closes: a delayed response must not keep the process alive.
    return Object.assign(handler, {
      dispose() {
        for (const timer of timers) timer.unref();
      },
    });
  });
  return [...answering, createOthersHandler(findMock, domains)];
}

async function answer(mock: Mock, endpoint: Endpoint, request: Request, timers: Set<Timer>): Promise<Response> {
  if (request.method === "OPTIONS") return preflight(request);

  const session = mock.session(request);
  const { tenantState } = session;
  const state = session.endpoint(endpoint);
  const { switches } = state.pending;
  const n = session.nextRequest();
  const at = Date.now();
  // No await before this line: two requests at once never take the same one-shot.
  const hold = state.hold?.take() ? state.hold : undefined;
  const taken = hold ? undefined : decide(mock, session, endpoint, request);

  const body = await readBody(request);
  const decision = hold ? await waitForChoice(session, hold, { n, at, request, body }) : taken;
  if (!decision) return networkError();
  const outcome = await outcomeOf(decision, { mock, endpoint, request, body, n, at, tenantState, modifiers: [] });
  const { entry, reason } = outcome;
  const rendered = renderOutcome(outcome);
  const isSilent = entry.id === `${endpoint}/no-response`;
  const call = new Call(
    { endpoint, n, at, request, text: body.text },
    { scenario: entry.id, reason, answer: isSilent ? null : rendered },
  );
  session.record(state, call);

  const isServed = !("refusal" in decision);
  if (isSilent) {
    session.served.add(entry.id);
    session.changed(call);
  }
  const delay = isSilent ? "infinite" : (outcome.delay ?? mock.delay);
  const delayOutcome = await state.pending.wait(delay, switches, request.signal, timers);
  if (isSilent || delayOutcome === "reset") return networkError();
  call.settle();
  session.changed(call);
  // A client that aborted never sees the response.
  if (isServed && !request.signal.aborted) session.served.add(entry.id);
  return toResponse(rendered, request);
}

/** The request names a scenario that does not exist. */
interface Refusal {
  readonly refusal: string;
}

/** Waits until the user chooses the answer. Undefined when the request is over before. */
async function waitForChoice(
  session: Session,
  hold: Hold,
  { n, at, request, body: { text } }: Pick<RequestContext, "n" | "at" | "request" | "body">,
): Promise<Decision | undefined> {
  const { method, url } = request;
  const body = maskedBody(text, mediaType(request));
  const chosen = hold.wait({ n, at, method, url: maskText(url), body }, request.signal);
  session.changed();
  const activation = await chosen;
  session.changed();
  return activation && { activation, reason: "chosen by hand" };
}

/** The precedence, in one place: the request's own scenario, one-shots, the slot, the live tenant. */
function decide(mock: Mock, session: Session, endpoint: Endpoint, request: Request): Decision | Refusal {
  try {
    const activation = ownScenario(mock.registry, endpoint, request);
    return activation ? { activation, reason: "the request's own" } : session.take(endpoint);
  } catch (error) {
    return { refusal: messageOf(error) };
  }
}

const ownName = "auth0-scenario";

/** The scenario for this endpoint in the request's own header or query parameter. */
function ownScenario(registry: Registry, endpoint: Endpoint, request: Request): ResolvedActivation | undefined {
  const named =
    request.headers.get(ownName) ??
    (request.url.includes(ownName) ? new URL(request.url).searchParams.get(ownName) : null);
  return named
    ?.split(",")
    .map((id) => resolveActivation(registry, id.trim()))
    .find((activation) => activation.endpoint === endpoint);
}

async function outcomeOf(decision: Decision | Refusal, context: RequestContext): Promise<Outcome> {
  const { mock, endpoint } = context;
  if ("refusal" in decision) {
    const reason = "the request's own scenario is unknown";
    return { entry: mock.registry.entry(endpoint, "bad-request"), params: { detail: decision.refusal }, reason };
  }
  const { activation, reason } = decision;
  if (!activation?.entry) {
    const outcome = await (await loadLive()).tenantOutcome(context);
    return {
      ...outcome,
      headers: mergeHeaders(outcome.headers, activation?.headers),
      delay: activation?.delay ?? outcome.delay,
    };
  }
  const { entry, params, headers, delay } = activation;
  if (entry.id !== `${endpoint}/success`) return { entry, params, headers, delay, reason };
  const success = await (await loadLive()).successOutcome(context);
  return { ...success, headers, delay, reason };
}

let live: typeof import("../live/index.ts") | undefined;

/** Cached: even when the module is loaded, `import()` takes as long as all checks of the tenant. */
async function loadLive(): Promise<typeof import("../live/index.ts")> {
  return (live ??= await import("../live/index.ts"));
}

function renderOutcome({ entry, params, headers, body }: Outcome): Answer {
  if (!body) return render(entry, params, headers);
  return { status: entry.status, headers: mergeHeaders(jsonHeaders, headers), body: JSON.stringify(body) };
}

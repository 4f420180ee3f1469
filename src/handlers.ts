import { http, type HttpHandler } from "msw";
import { type Endpoint, endpoints, paths } from "../scenarios/scenario.ts";
import { check } from "./activation.ts";
import { type Answer, jsonHeaders, mergeHeaders, networkError, preflight, render, toResponse } from "./answer.ts";
import type { Attempt, Mock, Verdict } from "./attempt.ts";
import { Call } from "./call.ts";
import { addressOf, type Domain } from "./domain.ts";
import type { Registry, Switched } from "./registry.ts";
import { readBody } from "./request-body.ts";
import type { Session } from "./session.ts";
import type { Timer } from "./timer.ts";

/**
 * One MSW handler for each endpoint, on some domains or on any host. A request goes to the mock that is
 * picked for it; where none is, to whatever handler comes next.
 */
export function createHandlers(
  pick: (request: Request) => Mock | undefined,
  domains: readonly Domain[] = [],
): HttpHandler[] {
  return endpoints.map((endpoint) => {
    const timers = new Set<Timer>();
    const handler = http.all(addressOf(domains, paths[endpoint]), ({ request }) => {
      const mock = pick(request);
      return mock && answer(mock, endpoint, request, timers);
    });
    // MSW 3 calls it when its server is closed: what is still delayed must not keep the process alive.
    return Object.assign(handler, {
      dispose() {
        for (const timer of timers) timer.unref();
      },
    });
  });
}

async function answer(mock: Mock, endpoint: Endpoint, request: Request, timers: Set<Timer>): Promise<Response> {
  if (request.method === "OPTIONS") return preflight(request);

  const session = mock.session(request);
  const { memory } = session;
  const line = session.line(endpoint);
  const { switches } = line.pauses;
  const n = session.nextRequest();
  const at = Date.now();
  // No await before this: two requests at once never take the same one-shot.
  const choice = choose(mock, session, endpoint, request);

  const body = await readBody(request);
  const verdict = await decide(choice, { mock, endpoint, request, body, n, at, memory, modifiers: [] });
  const { entry, reason } = verdict;
  const rendered = renderVerdict(verdict);
  const silent = entry.id === `${endpoint}/no-response`;
  session.record(
    line,
    new Call(
      { endpoint, n, at, request, text: body.text },
      { scenario: entry.id, reason, answer: silent ? null : rendered },
    ),
  );

  const isServed = !("refusal" in choice);
  if (silent) session.served.add(entry.id);
  const delay = silent ? "infinite" : (verdict.delay ?? mock.delay);
  const ending = await line.pauses.wait(delay, switches, request.signal, timers);
  if (silent || ending === "reset") return networkError();
  // Who has given up meanwhile never sees it.
  if (isServed && !request.signal.aborted) session.served.add(entry.id);
  return toResponse(rendered, request);
}

/** The one place that says who goes first: the request itself, then one-shots, the slot, and the tenant. */
function choose(mock: Mock, session: Session, endpoint: Endpoint, request: Request): Choice {
  try {
    const switched = ownScenario(mock.registry, endpoint, request);
    return switched ? { switched, reason: "the request's own" } : session.take(endpoint);
  } catch (error) {
    return { refusal: error instanceof Error ? error.message : String(error) };
  }
}

type Choice = { readonly switched: Switched | null; readonly reason: string } | { readonly refusal: string };

const ownName = "auth0-scenario";

function ownScenario(registry: Registry, endpoint: Endpoint, request: Request): Switched | undefined {
  const named =
    request.headers.get(ownName) ??
    (request.url.includes(ownName) ? new URL(request.url).searchParams.get(ownName) : null);
  return named
    ?.split(",")
    .map((id) => check(registry, id.trim()))
    .find((switched) => switched.endpoint === endpoint);
}

async function decide(choice: Choice, attempt: Attempt): Promise<Verdict> {
  const { mock, endpoint } = attempt;
  if ("refusal" in choice) {
    const reason = "the request's own scenario is unknown";
    return { entry: mock.registry.entry(endpoint, "bad-request"), params: { detail: choice.refusal }, reason };
  }
  const { switched, reason } = choice;
  if (!switched?.entry) {
    const verdict = await (await loadLive()).judge(attempt);
    return {
      ...verdict,
      headers: mergeHeaders(verdict.headers, switched?.headers),
      delay: switched?.delay ?? verdict.delay,
    };
  }
  const { entry, params, headers, delay } = switched;
  if (entry.id !== `${endpoint}/success`) return { entry, params, headers, delay, reason };
  const success = await (await loadLive()).succeed(attempt);
  return { ...success, headers, delay, reason };
}

let live: typeof import("./live/index.ts") | undefined;

/** Kept: even when there is nothing left to load, `import()` takes as long as all checks of the tenant. */
async function loadLive(): Promise<typeof import("./live/index.ts")> {
  return (live ??= await import("./live/index.ts"));
}

function renderVerdict({ entry, params, headers, body }: Verdict): Answer {
  if (!body) return render(entry, params, headers);
  return { status: entry.status, headers: mergeHeaders(jsonHeaders, headers), body: JSON.stringify(body) };
}

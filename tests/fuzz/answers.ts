import { type Endpoint, mockAuth0, type MockAuth0, type Scenario } from "auth0-msw";
import * as fc from "fast-check";
import { getResponse } from "msw";
import { type Activation, fromMock, options, type Options, type Step, steps } from "./arbitraries.ts";
import { checkAnswer, checkCors, receive } from "./catalog-answer.ts";

/** A mock without the types of its options and ids. */
interface UntypedMock extends Omit<MockAuth0, "use" | "once"> {
  use(activation: Activation): void;
  once(activation: Activation): void;
}

const makeMock = mockAuth0 as unknown as (given: object) => UntypedMock;

const paths: Readonly<Record<Endpoint, string>> = {
  "oauth-ro": "/oauth/ro",
  "passwordless-start": "/passwordless/start",
};

/** For all switches, tenants and requests, the response is in the catalog. */
export const everyAnswerIsInTheCatalog = fc.asyncProperty(options, steps, async (given, sent) => {
  const scenarios = scenariosWith(given.scenarios);
  const harness = new Harness(fitParams(given, scenarios) as Options, scenarios);
  for (const step of sent) await harness.run(fitParams(step, scenarios) as Step);
});

const catalogs = new Map<object, readonly Scenario[]>();

/** The catalog with the custom scenarios. Cached, because most cases use the same ones. */
function scenariosWith(custom: object): readonly Scenario[] {
  const known = catalogs.get(custom);
  if (known) return known;
  const { scenarios } = makeMock({ scenarios: custom });
  catalogs.set(custom, scenarios);
  return scenarios;
}

/** A mock, and the state that is known from its requests. */
class Harness {
  readonly #auth0: UntypedMock;
  readonly #scenarios: readonly Scenario[];
  readonly #tenantHasBraces: boolean;
  readonly #tenantHasHeaders: boolean;
  readonly #slots = new Map<Endpoint, Activation>();
  readonly #queues = { "oauth-ro": [] as Activation[], "passwordless-start": [] as Activation[] };
  /** False after the first request with its own scenario. The model does not follow what it leaves. */
  #isFollowed = true;
  #idToken = "e30.e30.e30";

  constructor(given: Options, scenarios: readonly Scenario[]) {
    this.#auth0 = makeMock(given);
    this.#scenarios = scenarios;
    const tenant = JSON.stringify(given.tenant);
    this.#tenantHasBraces = braces.test(tenant);
    this.#tenantHasHeaders = tenant.includes('"headers"');
    // A request without a response would wait forever.
    this.#auth0.subscribe((event) => {
      if (event.type === "call" && event.call.scenario.endsWith("/no-response")) this.#end(event.call.endpoint);
    });
  }

  async run(step: Step): Promise<void> {
    const { endpoint, switched } = step;
    if (switched) this.#switch(switched.how, endpoint, switched.what);
    const { request, hasBraces } = this.#toRequest(step);
    const before = new Set(this.#auth0.calls());
    const logged: unknown[] = [];
    const undo = this.#auth0.subscribe((event) => event.type === "call" && logged.push(event.call));
    const expected = this.#expected(step, request);

    const response = await getResponse(this.#auth0.handlers, request);
    undo();
    if (!response) throw new Error("No handler answered.");
    const received = await receive(response);
    const origin = request.headers.get("origin");
    if (request.method === "OPTIONS") {
      if (received.status !== 204) throw new Error(`The status of a preflight is ${received.status}.`);
      if (logged.length > 0) throw new Error("A preflight is logged.");
      checkCors(origin, received.headers);
      return;
    }
    const [call] = logged as ReturnType<MockAuth0["calls"]>;
    if (!call || logged.length > 1 || before.has(call))
      throw new Error(`One request was logged as ${logged.length} calls.`);
    const id = expected && idOf(expected);
    const isForced = id !== undefined && !id.endsWith("/live");
    if (isForced && call.scenario !== id) throw new Error(`${id} was switched on, but ${call.scenario} answered.`);
    const given = isForced ? headersOf(expected) : this.#tenantHasHeaders || !this.#isFollowed || expected ? null : {};
    checkAnswer(this.#scenarios, { method: request.method, origin, hasBraces, given }, received, call);
    if (call.scenario === "oauth-ro/success" && request.method !== "HEAD") {
      const { id_token } = JSON.parse(received.text) as { readonly id_token?: string };
      if (id_token !== undefined) this.#idToken = id_token;
    }
  }

  #switch(how: "use" | "once", endpoint: Endpoint, what: Activation): void {
    this.#auth0[how](what);
    if (how === "use") this.#slots.set(endpoint, what);
    else this.#queues[endpoint].push(what);
  }

  /** The scenario that is switched on for a request, if it is known. */
  #expected({ endpoint }: Step, { method, headers, url }: Request): Activation | undefined {
    if (method === "OPTIONS") return undefined;
    if (headers.has("auth0-scenario") || url.includes("auth0-scenario")) this.#isFollowed = false;
    return this.#isFollowed ? (this.#queues[endpoint].shift() ?? this.#slots.get(endpoint)) : undefined;
  }

  #end(endpoint: Endpoint): void {
    this.#slots.delete(endpoint);
    this.#queues[endpoint] = [];
    this.#auth0.reset(endpoint);
  }

  #toRequest({ endpoint, method, host, query, headers, content }: Step): {
    readonly request: Request;
    readonly hasBraces: boolean;
  } {
    const { type } = content;
    const text = typeof content.body === "string" ? this.#fill(content.body) : content.body;
    const hasBody = method !== "GET" && method !== "HEAD";
    const request = new Request(host + paths[endpoint] + query, {
      method,
      headers: [...headers, ...(type === null ? [] : [["content-type", type] as const])].map(([...header]) => header),
      // Bytes, because a string would get a content type.
      ...(hasBody && { body: typeof text === "string" ? new TextEncoder().encode(text) : text }),
    });
    const sent = [text, query, ...headers.flat()].join("\n");
    return { request, hasBraces: this.#tenantHasBraces || braces.test(sent) };
  }

  #fill(text: string): string {
    const code = this.#auth0.inbox.latest()?.code ?? "000000";
    return text
      .replaceAll(fromMock.code, code)
      .replaceAll(fromMock.idToken, this.#idToken)
      .replaceAll(inForm(fromMock.code), code)
      .replaceAll(inForm(fromMock.idToken), this.#idToken);
  }
}

function inForm(text: string): string {
  return new URLSearchParams([["", text]]).toString().slice(1);
}

const braces = /(\{|%7b)[a-z]\w*(\}|%7d)/i;

function idOf(activation: Activation): string {
  return typeof activation === "string" ? activation : activation.use;
}

function headersOf(activation: Activation | undefined): Record<string, string> {
  const headers = typeof activation === "object" ? (activation.headers ?? {}) : {};
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
}

/** Removes params that its scenario does not have from each activation in a value. */
function fitParams(value: unknown, scenarios: readonly Scenario<string>[]): unknown {
  if (typeof value !== "object" || value === null || ArrayBuffer.isView(value)) return value;
  if (Array.isArray(value)) return value.map((one) => fitParams(one, scenarios));
  const entries = Object.entries(value).map(([name, inner]) => [name, fitParams(inner, scenarios)] as const);
  const fitting = Object.fromEntries(entries);
  const { use, params } = fitting;
  if (typeof use !== "string" || typeof params !== "object" || params === null) return fitting;
  const known = scenarios.find(({ id }) => id === use)?.params ?? {};
  const fit = Object.entries(params).filter(([name]) => Object.hasOwn(known, name));
  return { ...fitting, params: Object.fromEntries(fit) };
}

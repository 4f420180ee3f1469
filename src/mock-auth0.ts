import type { HttpHandler } from "msw";
import { type Endpoint, endpoints } from "../scenarios/scenario.ts";
import {
  type Activation,
  type ActivationOptions,
  check,
  type DetailedActivation,
  type LooseActivation,
  type LooseOptions,
} from "./activation.ts";
import type { Call } from "./call.ts";
import type { Mock } from "./attempt.ts";
import { readScenarios } from "./custom-scenarios.ts";
import type { KnownId } from "./did-you-mean.ts";
import { checkDomains } from "./domain.ts";
import { createHandlers } from "./handlers.ts";
import type { Inbox } from "./inbox.ts";
import { readOptions } from "./options.ts";
import type { Delay } from "./pause.ts";
import { createRegistry, type Switched, toEndpoint } from "./registry.ts";
import { type Scenario, toScenario } from "./scenario.ts";
import type { CustomScenarios, LiveId, NewNames, NoCustom, ScenarioId } from "./scenario-id.ts";
import { Session, type SessionEvent } from "./session.ts";
import { showValue } from "./show-value.ts";
import { startStackAt } from "./stack.ts";
import { checkTenant, type TenantOptions } from "./tenant-options.ts";
import { checkKeys } from "./unknown-name.ts";
import { waitForCall } from "./wait-for-call.ts";

/** What `mockAuth0` takes; every option may be left out. */
export interface MockAuth0Options<Custom = NoCustom> {
  /**
   * The host to answer on, such as `"demo.eu.auth0.com"`, with its port if it has one and a path that comes
   * in front, such as `"localhost:3000/auth0"`; or several of these. Any host when left out.
   */
  readonly domain?: string | readonly string[];
  /** What answers when nothing is switched on, merged over the demo tenant key by key. */
  readonly tenant?: TenantOptions<NoInfer<Custom>>;
  /** Scenarios of your own, under either endpoint. */
  readonly scenarios?: Custom & NewNames<NoInfer<Custom>>;
  /** How long every answer takes that says nothing else. Defaults to 0. */
  readonly delay?: Delay;
  /** What generated data starts from: same seed, same data. Defaults to 1. */
  readonly seed?: number;
}

type IdAt<E, Custom> = Extract<Exclude<ScenarioId<Custom>, LiveId>, `${E & string}/${string}`>;

/** The two endpoints, their switches, and what happened. */
export interface MockAuth0<Custom = NoCustom> {
  /** Plain MSW handlers, for `setupServer`, `setupWorker` and whatever else takes them. */
  readonly handlers: HttpHandler[];
  /** Every scenario, your own included. */
  readonly scenarios: readonly Scenario<IdAt<Endpoint, Custom>>[];
  /** The codes and links that were "sent". */
  readonly inbox: Inbox;
  /**
   * Answers each request to the scenario's endpoint with it, until changed. An option that is given twice,
   * in the first argument too, is taken from the second.
   * @throws On a name that is unknown, and on what cannot be set.
   * @example auth0.use("passwordless-start/sms-provider-error", { params: { code: 21610 } });
   */
  use<const Id extends ScenarioId<Custom> | (string & {})>(
    scenario: KnownId<Id, ScenarioId<Custom>> | DetailedActivation<Custom>,
    options?: ActivationOptions<Id, Custom>,
  ): void;
  /**
   * Answers the next request only; several queue up, in order.
   * @throws On a name that is unknown, and on what cannot be set.
   */
  once<const Id extends ScenarioId<Custom> | (string & {})>(
    scenario: KnownId<Id, ScenarioId<Custom>> | DetailedActivation<Custom>,
    options?: ActivationOptions<Id, Custom>,
  ): void;
  /**
   * Answers one request with each step; the last one stays, unless they `cycle`. Each endpoint that
   * the steps name takes its own, in order.
   * @throws On a name that is unknown, on what cannot be set, and when there are no steps.
   * @example auth0.sequence(["oauth-ro/wrong-password", { use: "oauth-ro/success", delay: 300 }]);
   */
  sequence(steps: readonly Activation<Custom>[], options?: { readonly cycle?: boolean }): void;
  /** The id that the next request to the endpoint gets. */
  active<E extends Endpoint>(endpoint: E): IdAt<E, Custom> | `${E}/live`;
  /** Begins the whole session again, or only one endpoint's switches and calls. */
  reset(endpoint?: Endpoint): void;
  /** Tells of every switch, call, message and reset. Returns its own undo. */
  subscribe(listener: (event: SessionEvent) => void): () => void;
  /** The calls of one endpoint, or of both, oldest first; at most the newest 1,000 of each. */
  calls(endpoint?: Endpoint): readonly Call[];
  /**
   * The next call to the endpoint that has not been waited for.
   * Rejects after `timeout` milliseconds (3,000 by default), saying what was called instead.
   */
  waitForCall(endpoint: Endpoint, options?: { readonly timeout?: number }): Promise<Call>;
  /** What the API itself says when it refuses, of one endpoint or of both: ready for `it.each`. */
  failures<E extends Endpoint = Endpoint>(endpoint?: E): readonly Scenario<IdAt<E, Custom>>[];
}

/**
 * Makes a mock of the Authentication API's `/oauth/ro` and `/passwordless/start`.
 * What it is given is copied: a later change of it changes nothing.
 * @throws On the first option that is unknown or has a value that it cannot have.
 * @example
 * const auth0 = mockAuth0();
 * setupServer(...auth0.handlers).listen();
 * auth0.use("oauth-ro/user-blocked");
 */
export function mockAuth0<const Custom extends CustomScenarios = NoCustom>(
  options?: MockAuth0Options<Custom>,
): MockAuth0<Custom> {
  const { domain, tenant, scenarios: custom, delay, seed } = readOptions(options);
  const domains = checkDomains(domain);
  const registry = createRegistry(readScenarios(custom));
  const root = new Session();
  const mock: Mock = { registry, tenant: checkTenant(registry, tenant), delay, seed, session: () => root };

  let scenarios: readonly Scenario<string>[] | undefined;
  const list = (): readonly Scenario<string>[] => (scenarios ??= registry.entries.map(toScenario));
  const checked = (method: unknown, activation: LooseActivation, more?: LooseOptions): Switched => {
    try {
      return check(registry, activation, more);
    } catch (error) {
      throw startStackAt(method, error);
    }
  };

  // Inside, ids are plain strings that `check` has seen; the types are for those who call.
  const auth0: Untyped = {
    handlers: createHandlers(() => mock, domains),
    get scenarios() {
      return list();
    },
    inbox: {
      get messages() {
        return mock.session().memory.mailbox.messages;
      },
      latest: (to) => mock.session().memory.mailbox.latest(to),
    },
    use: function use(scenario, more) {
      const switched = checked(use, scenario, more);
      mock.session().set(switched.endpoint, [switched], false);
    },
    once: function once(scenario, more) {
      mock.session().queue(checked(once, scenario, more));
    },
    sequence: function sequence(steps, more = {}) {
      checkKeys("option", more, ["cycle"], " of a sequence");
      const { cycle = false } = more;
      if (typeof cycle !== "boolean") {
        throw new TypeError(`Invalid cycle of a sequence: got ${showValue(cycle)}. Give true or false.`);
      }
      if (!Array.isArray(steps)) throw new TypeError(`Invalid sequence: got ${showValue(steps)}. Give an array.`);
      if (steps.length === 0) throw new TypeError("Invalid sequence: it is empty. Give at least one step.");
      const switched = steps.map((step) => checked(sequence, step));
      for (const endpoint of endpoints) {
        const own = switched.filter((step) => step.endpoint === endpoint);
        if (own.length > 0) mock.session().set(endpoint, own, cycle);
      }
    },
    active: (endpoint) => mock.session().line(toEndpoint(endpoint)).switchboard.active,
    reset: (endpoint) => mock.session().reset(toEndpointIfGiven(endpoint)),
    subscribe: (listener) => mock.session().subscribe(listener),
    calls: (endpoint) => mock.session().calls(toEndpointIfGiven(endpoint)),
    waitForCall: function wait(endpoint, more = {}) {
      checkKeys("option", more, ["timeout"], " of waitForCall");
      const { timeout = 3000 } = more;
      if (!(typeof timeout === "number" && timeout >= 0)) {
        throw new TypeError(`Invalid timeout: got ${showValue(timeout)}. Give milliseconds from 0 up, or Infinity.`);
      }
      // Made here, so that its stack shows the line that waits.
      const failure = startStackAt(wait, new Error());
      return waitForCall(mock.session(), toEndpoint(endpoint), timeout, failure);
    },
    failures(endpoint) {
      const wanted = endpoint === undefined ? endpoints : [toEndpoint(endpoint)];
      return list().filter((scenario) => scenario.kind === "failure" && wanted.includes(scenario.endpoint));
    },
  };
  Object.defineProperty(auth0, internals, { value: mock });
  return auth0 as MockAuth0<Custom>;
}

// Registered, so that every copy of this package finds it: a reset module registry, an inlined dependency.
const internals: unique symbol = Symbol.for("auth0-msw/internals") as never;

/** What stands behind a mock, for the entries of this package. Throws when it is none. */
export function internalsOf(auth0: object): Mock {
  const mock = (Object(auth0) as { readonly [internals]?: Mock })[internals];
  if (!mock) throw new TypeError("Expected what mockAuth0() returns.");
  return mock;
}

/** Handlers for several mocks at once: each request is answered by the one that is picked for it. */
export function routeTo(pick: (request: Request) => object | undefined): HttpHandler[] {
  return createHandlers((request) => {
    const auth0 = pick(request);
    return auth0 && internalsOf(auth0);
  });
}

type Loosely = "scenarios" | "use" | "once" | "sequence" | "active" | "failures";

interface Untyped extends Omit<MockAuth0, Loosely> {
  readonly scenarios: readonly Scenario<string>[];
  use(activation: LooseActivation, options?: LooseOptions): void;
  once(activation: LooseActivation, options?: LooseOptions): void;
  sequence(steps: readonly LooseActivation[], options?: { readonly cycle?: boolean }): void;
  active(endpoint: Endpoint): string;
  failures(endpoint?: Endpoint): readonly Scenario<string>[];
}

function toEndpointIfGiven(endpoint: unknown): Endpoint | undefined {
  return endpoint === undefined ? undefined : toEndpoint(endpoint);
}

import type { HttpHandler } from "msw";
import { type Endpoint, endpoints } from "../scenarios/types.ts";
import {
  type Activation,
  type ActivationOptions,
  type DetailedActivation,
  resolveActivation,
  type UntypedActivation,
  type UntypedOptions,
} from "./catalog/activation.ts";
import { readScenarios } from "./catalog/custom-scenarios.ts";
import { checkDomains, hostPattern } from "./catalog/domain.ts";
import type { KnownId } from "./catalog/known-id.ts";
import { type MockAuth0Options, readOptions } from "./catalog/options.ts";
import { createRegistry, type Entry, type ResolvedActivation, toEndpoint } from "./catalog/registry.ts";
import type { CustomScenarios, LiveId, NoCustom, ScenarioId } from "./catalog/scenario-id.ts";
import { type Scenario, toScenario } from "./catalog/scenario.ts";
import { showValue } from "./catalog/show-value.ts";
import { checkTenant } from "./catalog/tenant-options.ts";
import { checkKeys } from "./catalog/unknown-name.ts";
import type { Call } from "./engine/call.ts";
import { startStackAt } from "./engine/error-stack.ts";
import { createHandlers } from "./engine/handlers.ts";
import type { Inbox } from "./engine/inbox.ts";
import { warnInProduction } from "./engine/production.ts";
import type { Mock } from "./engine/request-context.ts";
import { Session, type SessionEvent } from "./engine/session.ts";

type IdAt<E, Custom> = Extract<Exclude<ScenarioId<Custom>, LiveId>, `${E & string}/${string}`>;

/** A mock of the two endpoints: its handlers, its switches, and the calls that it answered. */
export interface MockAuth0<Custom = NoCustom> {
  /** Plain MSW handlers, for `setupServer`, `setupWorker` and any other MSW host. */
  readonly handlers: HttpHandler[];
  /** Every scenario, your own included. */
  readonly scenarios: readonly Scenario<IdAt<Endpoint, Custom>>[];
  /** The codes and links that were "sent". */
  readonly inbox: Inbox;
  /**
   * Answers each request to the scenario's endpoint with it, until changed. Options in the second argument
   * override those in the first.
   * @throws On an unknown name and on an invalid option.
   * @example auth0.use("passwordless-start/sms-provider-error", { params: { code: 21610 } });
   */
  use<const Id extends ScenarioId<Custom> | (string & {})>(
    scenario: KnownId<Id, ScenarioId<Custom>> | DetailedActivation<Custom>,
    options?: ActivationOptions<Id, Custom>,
  ): void;
  /**
   * Answers only the next request; several queue up, in order.
   * @throws On an unknown name and on an invalid option.
   */
  once<const Id extends ScenarioId<Custom> | (string & {})>(
    scenario: KnownId<Id, ScenarioId<Custom>> | DetailedActivation<Custom>,
    options?: ActivationOptions<Id, Custom>,
  ): void;
  /**
   * Answers one request with each step. The last step stays, unless the sequence `cycle`s. Steps may name both
   * endpoints; each endpoint takes its own steps, in order.
   * @throws On an unknown name, on an invalid option, and when there are no steps.
   * @example auth0.sequence(["oauth-ro/wrong-password", { use: "oauth-ro/success", delay: 300 }]);
   */
  sequence(steps: readonly Activation<Custom>[], options?: { readonly cycle?: boolean }): void;
  /** The id that the next request to the endpoint gets. */
  active<E extends Endpoint>(endpoint: E): IdAt<E, Custom> | `${E}/live`;
  /** Resets the whole session, or only the switches and calls of one endpoint. */
  reset(endpoint?: Endpoint): void;
  /** Calls the listener on every switch, call, message and reset. Returns a function that unsubscribes. */
  subscribe(listener: (event: SessionEvent) => void): () => void;
  /** The calls of one endpoint, or of both, oldest first: the newest 1,000 of each. */
  calls(endpoint?: Endpoint): readonly Call[];
  /**
   * Resolves with the next call to the endpoint that has not been waited for. Rejects after `timeout`
   * milliseconds (3,000 by default); the error says what was called instead.
   */
  waitForCall(endpoint: Endpoint, options?: { readonly timeout?: number }): Promise<Call>;
  /** The failures of the API itself, at one endpoint or at both: ready for `it.each`. */
  failures<E extends Endpoint = Endpoint>(endpoint?: E): readonly Scenario<IdAt<E, Custom>>[];
}

/**
 * Creates a mock of the Authentication API's `/oauth/ro` and `/passwordless/start`. It copies its options.
 * @throws On the first unknown or invalid option.
 * @example
 * const auth0 = mockAuth0();
 * setupServer(...auth0.handlers).listen();
 * auth0.use("oauth-ro/user-blocked");
 */
export function mockAuth0<const Custom extends CustomScenarios = NoCustom>(
  options?: MockAuth0Options<Custom>,
): MockAuth0<Custom> {
  warnInProduction();
  return createMock(options);
}

/** `mockAuth0()` for our own pages, such as a built Storybook. */
export function createMock<const Custom extends CustomScenarios = NoCustom>(
  options?: MockAuth0Options<Custom>,
): MockAuth0<Custom> {
  const { domain, tenant, scenarios: custom, delay, seed, otherRequests } = readOptions(options);
  const domains = checkDomains(domain);
  const registry = createRegistry(readScenarios(custom));
  const root = new Session();
  const mock: Mock = {
    registry,
    define: (scenarios) => registry.define(readScenarios(scenarios)),
    resolve: (activation) => resolveActivation(registry, activation),
    domains,
    tenant: checkTenant(registry, tenant),
    delay,
    seed,
    otherRequests,
    ownUrls: hostPattern(domains),
    session: () => root,
  };

  let listed: readonly Entry[] | undefined;
  let scenarios: readonly Scenario<string>[] = [];
  const list = (): readonly Scenario<string>[] => {
    if (listed !== registry.entries) {
      listed = registry.entries;
      scenarios = listed.map(toScenario);
    }
    return scenarios;
  };
  const resolve = (method: unknown, activation: UntypedActivation, more?: UntypedOptions): ResolvedActivation => {
    try {
      return resolveActivation(registry, activation, more);
    } catch (error) {
      throw startStackAt(method, error);
    }
  };

  // Inside, ids are plain strings that `resolveActivation` has checked; the types are for callers.
  const auth0: UntypedMock = {
    handlers: createHandlers(() => mock, domains),
    get scenarios() {
      return list();
    },
    inbox: {
      get messages() {
        return mock.session().tenantState.mailbox.messages;
      },
      latest: (to) => mock.session().tenantState.mailbox.latest(to),
    },
    use: function use(scenario, more) {
      const activation = resolve(use, scenario, more);
      mock.session().set(activation.endpoint, [activation], false);
    },
    once: function once(scenario, more) {
      mock.session().queue(resolve(once, scenario, more));
    },
    sequence: function sequence(steps, more = {}) {
      checkKeys("option", more, ["cycle"], " of a sequence");
      const { cycle = false } = more;
      if (typeof cycle !== "boolean") {
        throw new TypeError(`Invalid cycle of a sequence: got ${showValue(cycle)}. Give true or false.`);
      }
      if (!Array.isArray(steps)) throw new TypeError(`Invalid sequence: got ${showValue(steps)}. Give an array.`);
      if (steps.length === 0) throw new TypeError("Invalid sequence: it is empty. Give at least one step.");
      const activations = steps.map((step) => resolve(sequence, step));
      for (const endpoint of endpoints) {
        const own = activations.filter((step) => step.endpoint === endpoint);
        if (own.length > 0) mock.session().set(endpoint, own, cycle);
      }
    },
    active: (endpoint) => mock.session().endpoint(toEndpoint(endpoint)).switchboard.active,
    reset: (endpoint) => mock.session().reset(toEndpointIfGiven(endpoint)),
    subscribe: (listener) => mock.session().subscribe(listener),
    calls: (endpoint) => mock.session().calls(toEndpointIfGiven(endpoint)),
    waitForCall: function wait(endpoint, more = {}) {
      checkKeys("option", more, ["timeout"], " of waitForCall");
      const { timeout = 3000 } = more;
      if (!(typeof timeout === "number" && timeout >= 0)) {
        throw new TypeError(`Invalid timeout: got ${showValue(timeout)}. Give milliseconds from 0 up, or Infinity.`);
      }
      // Created here, so that its stack shows the line that waits.
      const failure = startStackAt(wait, new Error());
      return mock.session().waitForCall(toEndpoint(endpoint), timeout, failure);
    },
    failures(endpoint) {
      const wanted = endpoint === undefined ? endpoints : [toEndpoint(endpoint)];
      return list().filter((scenario) => scenario.kind === "failure" && wanted.includes(scenario.endpoint));
    },
  };
  Object.defineProperty(auth0, internals, { value: mock });
  return auth0 as MockAuth0<Custom>;
}

// A registered symbol, which every copy of this package finds: after a module reset, or in an inlined dependency.
const internals: unique symbol = Symbol.for("auth0-msw/internals") as never;

/** The internals of a mock, for the entries of this package. Throws on anything else. */
export function internalsOf(auth0: object): Mock {
  const mock = (Object(auth0) as { readonly [internals]?: Mock })[internals];
  if (!mock) throw new TypeError("Expected the object that mockAuth0() returns.");
  return mock;
}

/** Handlers for several mocks: `pick` chooses the mock that answers a request. */
export function routeTo(pick: (request: Request) => object | undefined): HttpHandler[] {
  return createHandlers((request) => {
    const auth0 = pick(request);
    return auth0 && internalsOf(auth0);
  });
}

type UntypedMembers = "scenarios" | "use" | "once" | "sequence" | "active" | "failures";

/** A mock whose ids are plain strings: they come from an address, from storage or from a channel. */
export interface UntypedMock extends Omit<MockAuth0, UntypedMembers> {
  readonly scenarios: readonly Scenario<string>[];
  use(activation: UntypedActivation, options?: UntypedOptions): void;
  once(activation: UntypedActivation, options?: UntypedOptions): void;
  sequence(steps: readonly UntypedActivation[], options?: { readonly cycle?: boolean }): void;
  active(endpoint: Endpoint): string;
  failures(endpoint?: Endpoint): readonly Scenario<string>[];
}

function toEndpointIfGiven(endpoint: unknown): Endpoint | undefined {
  return endpoint === undefined ? undefined : toEndpoint(endpoint);
}

import { type Activation, endpointOf, idOf, type UntypedActivation } from "../catalog/activation.ts";
import type { Delay } from "../catalog/delay.ts";
import type { MockAuth0Options } from "../catalog/options.ts";
import type { CustomScenarios } from "../catalog/scenario-id.ts";
import type { TenantOptions } from "../catalog/tenant-options.ts";
import type { MockAuth0 } from "../mock-auth0.ts";

/**
 * Your own scenarios, so that stories can use their ids. Empty until you declare them:
 * @example
 * declare module "auth0-msw/storybook" {
 *   interface StoryScenarios extends Readonly<typeof scenarios> {}
 * }
 */
export interface StoryScenarios {}

/** What a story can switch on. */
export type StoryActivation = Activation<StoryScenarios>;

/** How a story starts, when one scenario is not enough. */
export interface StoryStart {
  /** One answer for each request, in order. The last one stays. */
  readonly sequence?: readonly StoryActivation[];
  /** Whether the sequence starts over after its last step. */
  readonly cycle?: boolean;
  /** The tenant that answers when nothing is switched on, merged over the demo tenant key by key. */
  readonly tenant?: TenantOptions<StoryScenarios>;
  /** The delay of every response that sets no other delay. */
  readonly delay?: Delay;
}

/** `parameters.auth0`: the scenarios of a story, until the user selects others. */
export type Auth0Parameter = StoryActivation | readonly StoryActivation[] | StoryStart;

/** `parameters.auth0Options`, for `.storybook/preview.ts`: options that all stories share. */
export interface Auth0Options extends Omit<MockAuth0Options, "domain" | "scenarios" | "tenant"> {
  readonly scenarios?: CustomScenarios;
  readonly tenant?: TenantOptions<StoryScenarios>;
}

/** The mock that a story sees as `context.auth0`. */
export type StoryAuth0 = MockAuth0<StoryScenarios>;

/** The parameters of a story, untyped. */
export interface UntypedParameters {
  readonly auth0?: unknown;
  readonly auth0Options?: Auth0Options;
}

/** The options of a story's mock, and the scenarios that it switches on. */
export interface Start {
  readonly options: MockAuth0Options;
  readonly steps: readonly UntypedActivation[];
  readonly cycle: boolean;
}

/** Reads the parameters of a story. Throws when `parameters.auth0` has an unknown shape. */
export function readParameters({ auth0, auth0Options = {} }: UntypedParameters): Start {
  const { sequence, cycle = false, tenant, delay } = toStoryStart(auth0);
  return {
    options: {
      ...auth0Options,
      ...(delay === undefined ? {} : { delay }),
      tenant: { ...auth0Options.tenant, ...tenant },
    },
    steps: sequence ?? [],
    cycle,
  };
}

const keys = ["sequence", "cycle", "tenant", "delay"];

function toStoryStart(given: unknown): StoryStart {
  if (given === undefined) return {};
  if (Array.isArray(given)) return { sequence: oneEach(given as StoryActivation[]) };
  if (typeof given !== "object" || given === null || "use" in given) return { sequence: [given as StoryActivation] };
  const unknown = Object.keys(given).find((key) => !keys.includes(key));
  if (unknown === undefined) return given;
  throw new TypeError(`Unknown key "${unknown}" in parameters.auth0. Give "use", or some of "${keys.join('", "')}".`);
}

function oneEach(activations: readonly StoryActivation[]): readonly StoryActivation[] {
  const seen = new Map<string, StoryActivation>();
  for (const activation of activations) {
    const endpoint = endpointOf(activation);
    const before = seen.get(endpoint);
    if (before !== undefined) {
      throw new TypeError(
        `parameters.auth0 lists "${idOf(before)}" and "${idOf(activation)}" for one endpoint. ` +
          "Give one for each endpoint, or { sequence: […] } for one after the other.",
      );
    }
    seen.set(endpoint, activation);
  }
  return activations;
}

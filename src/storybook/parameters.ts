import type { Activation, LooseActivation } from "../activation.ts";
import type { CustomScenarios } from "../scenario-id.ts";
import type { MockAuth0, MockAuth0Options } from "../mock-auth0.ts";
import type { Delay } from "../pause.ts";
import type { TenantOptions } from "../tenant-options.ts";
import { endpointOf, idOf } from "../loose-activation.ts";

/**
 * Your own scenarios, so that stories may name them. Empty until you declare them:
 * @example
 * declare module "auth0-msw/storybook" {
 *   interface StoryScenarios extends Readonly<typeof scenarios> {}
 * }
 */
export interface StoryScenarios {}

/** What a story may answer with. */
export type StoryActivation = Activation<StoryScenarios>;

/** What a story starts with, when one scenario is not enough. */
export interface StoryStart {
  /** One answer for each request, in order; the last one stays. */
  readonly sequence?: readonly StoryActivation[];
  /** Whether the sequence starts over after its last step. */
  readonly cycle?: boolean;
  /** What answers when nothing is switched on, laid over the demo tenant key by key. */
  readonly tenant?: TenantOptions<StoryScenarios>;
  /** How long every answer takes that says nothing else. */
  readonly delay?: Delay;
}

/** `parameters.auth0`: what a story's requests get, until somebody chooses otherwise. */
export type Auth0Parameter = StoryActivation | readonly StoryActivation[] | StoryStart;

/** `parameters.auth0Options`: what all stories share, in `.storybook/preview.ts`. */
export interface Auth0Options extends Omit<MockAuth0Options, "domain" | "scenarios" | "tenant"> {
  readonly scenarios?: CustomScenarios;
  readonly tenant?: TenantOptions<StoryScenarios>;
}

/** The mock that a story sees as `context.auth0`. */
export type StoryAuth0 = MockAuth0<StoryScenarios>;

/** The parameters of a story as no compiler has seen them. */
export interface LooseParameters {
  readonly auth0?: unknown;
  readonly auth0Options?: Auth0Options;
}

/** What a mock is made with, and what is switched on in it. */
export interface Start {
  readonly options: MockAuth0Options;
  readonly steps: readonly LooseActivation[];
  readonly cycle: boolean;
}

/** Throws when `parameters.auth0` has none of its shapes. */
export function readParameters({ auth0, auth0Options = {} }: LooseParameters): Start {
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

import { endpoints, type Endpoint } from "../../scenarios/scenario.ts";
import type { Activation, LooseActivation } from "../activation.ts";
import { mockAuth0, type MockAuth0 } from "../mock-auth0.ts";
import { type LooseParameters, readParameters, type Start } from "./parameters.ts";
import { page } from "./page.ts";

/** One showing of a story: from its mount to its end it has a world of its own. */
export interface Mount {
  readonly storyId: string;
  readonly auth0: MockAuth0;
  /** What the story itself starts with. */
  readonly own: Readonly<Record<Endpoint, string>>;
  /** What was chosen in place of that. */
  readonly chosen: readonly LooseActivation[];
  /** Why the story cannot start. */
  readonly error: Error | undefined;
  readonly signal: AbortSignal;
  readonly parameters: LooseParameters;
}

/** What a mount needs of a story's context. */
export interface StoryContext {
  readonly id: string;
  readonly abortSignal: AbortSignal;
  readonly parameters: LooseParameters;
}

// Storybook keeps the signal over re-renders and makes a new one for each mount.
const mounts = new WeakMap<AbortSignal, Mount>();

/** The mount that a story's context belongs to, begun now if it is new. Never throws. */
export function mountOf(context: StoryContext): Mount {
  let mount = mounts.get(context.abortSignal);
  if (!mount) {
    mount = begin(context);
    mounts.set(context.abortSignal, mount);
    page.mount = mount;
    const { auth0 } = mount;
    context.abortSignal.addEventListener("abort", () => auth0.reset());
  }
  return mount;
}

/** Throws when a story with these parameters could not be set to these. */
export function checkChoice(parameters: LooseParameters, activations: readonly LooseActivation[]): void {
  switchOn(create(parameters).auth0, activations);
}

function begin({ id: storyId, abortSignal: signal, parameters }: StoryContext): Mount {
  // A choice is for one story: leaving it takes it back.
  if (page.choice?.storyId !== storyId) page.choice = undefined;
  const chosen = page.choice?.activations ?? [];
  const once = page.once?.storyId === storyId ? page.once.activations : [];
  page.once = undefined;
  const base = { storyId, signal, parameters, chosen };
  try {
    const { auth0, start } = create(parameters);
    if (start.steps.length > 0) auth0.sequence(start.steps as Activation[], { cycle: start.cycle });
    const own = activeIn(auth0);
    switchOn(auth0, chosen);
    for (const activation of once) auth0.once(activation as Activation);
    return { ...base, auth0, own, error: undefined };
  } catch (cause) {
    const auth0 = mockAuth0();
    const error = cause instanceof Error ? cause : new Error(String(cause));
    return { ...base, auth0, own: activeIn(auth0), error };
  }
}

function create(parameters: LooseParameters): { auth0: MockAuth0; start: Start } {
  const start = readParameters(parameters);
  return { auth0: mockAuth0(start.options), start };
}

function switchOn(auth0: MockAuth0, activations: readonly LooseActivation[]): void {
  for (const activation of activations) auth0.use(activation as Activation);
}

/** What the next request to each endpoint gets. */
export function activeIn(auth0: MockAuth0): Readonly<Record<Endpoint, string>> {
  return Object.fromEntries(endpoints.map((endpoint) => [endpoint, auth0.active(endpoint)])) as Record<
    Endpoint,
    string
  >;
}

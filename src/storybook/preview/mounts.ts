import { endpoints, type Endpoint } from "../../../scenarios/types.ts";
import { messageOf } from "../../catalog/show-value.ts";
import { type Activation, endpointOf, type UntypedActivation } from "../../catalog/activation.ts";
import { createMock, internalsOf, type MockAuth0 } from "../../mock-auth0.ts";
import { createMadeScenarios, type MadeScenarios } from "../../panel/made-scenarios.ts";
import { applySelection, perform } from "../../panel/perform.ts";
import type { Selection } from "../../panel/selection.ts";
import { createTabStorage } from "../../worker/tab-storage.ts";
import { type UntypedParameters, readParameters, type Start } from "../parameters.ts";
import { type Mount, page } from "./page.ts";
import { unlessOvertaken } from "./plays.ts";

/** The parts of a story's context that a mount needs. */
export interface StoryContext {
  readonly id: string;
  readonly abortSignal: AbortSignal;
  readonly parameters: UntypedParameters;
  readonly playFunction?: unknown;
}

// Storybook keeps the signal over re-renders, and creates a new one for each mount.
const mounts = new WeakMap<AbortSignal, Mount>();

/** The mount of a story's context, created on first use. Never throws. */
export function mountOf(context: StoryContext): Mount {
  let mount = mounts.get(context.abortSignal);
  if (!mount) {
    mount = createMount(context);
    mounts.set(context.abortSignal, mount);
    page.mount = mount;
    const { auth0 } = mount;
    context.abortSignal.addEventListener("abort", () => auth0.reset());
  }
  return mount;
}

/** Throws when a selection cannot be switched on in a story with these parameters. */
export function checkSelection(parameters: UntypedParameters, selection: Selection): void {
  applySelection(create(parameters).auth0, selection);
}

function createMount({ id: storyId, parameters, playFunction }: StoryContext): Mount {
  const once = page.once?.storyId === storyId ? page.once.activations : [];
  const hold = page.hold?.storyId === storyId ? page.hold.endpoint : undefined;
  page.once = undefined;
  page.hold = undefined;
  const base = { storyId, parameters, hasPlay: playFunction !== undefined };
  try {
    const { auth0, start } = create(parameters);
    if (start.steps.length > 0) auth0.sequence(start.steps as Activation[], { cycle: start.cycle });
    const own = activeIn(auth0);
    internalsOf(auth0).define(madeScenarios().all);
    selectIn(auth0, storyId);
    for (const activation of once) auth0.once(activation as Activation);
    if (hold) perform(auth0, { type: "hold", endpoint: hold, hold: true });
    const bare = Object.values(own).filter((id) => isBare(id, start.steps));
    return { ...base, auth0: stoppable(auth0), own, bare, error: undefined };
  } catch (cause) {
    const auth0 = createMock();
    const error = cause instanceof Error ? cause : new Error(String(cause));
    return { ...base, auth0, own: activeIn(auth0), bare: [], error };
  }
}

/** The scenarios that the user made, which every mount knows. */
export function madeScenarios(): MadeScenarios {
  return (page.made ??= createMadeScenarios(
    createTabStorage(() => {}),
    internalsOf(createMock()).define,
  ));
}

/** Whether a story switches on exactly this id for its endpoint. */
function isBare(id: string, steps: readonly UntypedActivation[]): boolean {
  const own = steps.filter((step) => endpointOf(step) === endpointOf(id));
  return own.length === 0 || (own.length === 1 && own[0] === id);
}

function create(parameters: UntypedParameters): { auth0: MockAuth0; start: Start } {
  const start = readParameters(parameters);
  return { auth0: createMock(start.options), start };
}

/** Switches on the user's selection. A wrong one, which can come from a URL, leaves the story as it is. */
function selectIn(auth0: MockAuth0, storyId: string): void {
  // A selection is for one story. Leaving the story clears it.
  if (page.selection?.storyId !== storyId) page.selection = undefined;
  if (!page.selection) return;
  try {
    applySelection(auth0, page.selection);
    madeScenarios().add(page.selection.scenarios);
  } catch (error) {
    page.rejection = messageOf(error);
    page.selection = undefined;
  }
}

/** The id that the next request to each endpoint gets. */
function activeIn(auth0: MockAuth0): Readonly<Record<Endpoint, string>> {
  return Object.fromEntries(endpoints.map((endpoint) => [endpoint, auth0.active(endpoint)])) as Record<
    Endpoint,
    string
  >;
}

/** A play that waits for a call must not fail when its mount is replaced. */
function stoppable(auth0: MockAuth0): MockAuth0 {
  const waitForCall = auth0.waitForCall.bind(auth0);
  return Object.assign(auth0, {
    waitForCall: (...given: Parameters<typeof waitForCall>) => unlessOvertaken(waitForCall(...given)),
  });
}

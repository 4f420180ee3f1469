import { CURRENT_STORY_WAS_SET } from "storybook/internal/core-events";
import type { API } from "storybook/manager-api";
import type { LooseActivation } from "../activation.ts";
import { endpointOf } from "../loose-activation.ts";
import { type Catalog, type Choice, events, type StoryState } from "./channel.ts";
import { choiceParam, readChoice, writeChoice } from "./choice-param.ts";

/** What the toolbar and the panel show. */
export interface View {
  readonly catalog: Catalog;
  readonly state: StoryState | undefined;
}

/** What the manager knows of the shown story, and how it changes it. */
export interface Store {
  readonly get: () => View;
  readonly subscribe: (listener: () => void) => () => void;
  readonly choose: (activation: LooseActivation) => void;
  readonly once: (activation: LooseActivation) => void;
  /** Takes back what was chosen, for one endpoint or for both; the story begins anew. */
  readonly clear: (endpoint?: string) => void;
}

// Storybook renders all of itself anew for a change of its address: not while the story does.
const addressDelay = 300;

/** Connects to the preview. */
export function createStore(api: API): Store {
  let view: View = { catalog: [], state: undefined };
  // Picks can come faster than the preview's answers.
  let pending: Choice | undefined;
  let writing: ReturnType<typeof setTimeout> | undefined;
  const listeners = new Set<() => void>();

  function show(next: Partial<View>): void {
    view = { ...view, ...next };
    for (const listener of listeners) listener();
  }

  function chosen(): readonly LooseActivation[] {
    return pending?.activations ?? view.state?.chosen ?? [];
  }

  function send(activations: readonly LooseActivation[]): void {
    if (!view.state) return;
    pending = { storyId: view.state.storyId, activations };
    api.emit(events.choose, pending);
  }

  function keepInAddress(choice: Choice): void {
    clearTimeout(writing);
    writing = setTimeout(() => {
      // By now it may be the address of another story.
      if (isShown(choice.storyId)) writeAddress(writeChoice(choice));
    }, addressDelay);
  }

  function writeAddress(text: string | null): void {
    if ((api.getQueryParam(choiceParam) ?? null) !== text)
      api.applyQueryParams({ [choiceParam]: text }, { replace: true });
  }

  function isShown(storyId: string): boolean {
    return api.getUrlState().storyId === storyId;
  }

  function tellRefusal(why: string | undefined): void {
    if (why === view.state?.refused) return;
    if (why === undefined) api.clearNotification(events.choose);
    else api.addNotification({ id: events.choose, content: { headline: "Auth0 scenario refused", subHeadline: why } });
  }

  api.on(events.catalog, (catalog: Catalog) => show({ catalog }));
  api.on(events.state, (state: StoryState) => {
    pending = undefined;
    keepInAddress({ storyId: state.storyId, activations: state.chosen });
    tellRefusal(state.refused);
    show({ state });
  });
  api.on(CURRENT_STORY_WAS_SET, ({ storyId }: { readonly storyId: string }) => {
    if (!isShown(storyId)) return;
    const choice = readChoice(api.getQueryParam(choiceParam));
    if (choice?.storyId === storyId) api.emit(events.choose, choice);
    else writeAddress(null);
  });
  api.emit(events.hello);

  return {
    get: () => view,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    choose(given) {
      const activation = plain(given);
      const endpoint = endpointOf(activation);
      const others = chosen().filter((each) => endpointOf(each) !== endpoint);
      const isOwn = Object.values<string>(view.state?.own ?? {}).some((id) => id === activation);
      // The story's own comes with its params and delay.
      send(isOwn ? others : [...others, activation]);
    },
    once(activation) {
      if (view.state) api.emit(events.once, { storyId: view.state.storyId, activations: [activation] });
    },
    clear(endpoint) {
      const before = chosen();
      const kept = endpoint === undefined ? [] : before.filter((each) => endpointOf(each) !== endpoint);
      if (kept.length < before.length) send(kept);
      // What else happened in the mount, nobody chose: it ends with the mount.
      else if (view.state) api.emit(events.once, { storyId: view.state.storyId, activations: [] });
    },
  };
}

/** An id alone where nothing else is said: that fits into an address. */
function plain(activation: LooseActivation): LooseActivation {
  if (typeof activation === "string") return activation;
  const { use, ...more } = activation;
  return Object.values(more).every((each) => each === undefined) ? use : activation;
}

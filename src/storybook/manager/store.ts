import { CURRENT_STORY_WAS_SET } from "storybook/internal/core-events";
import type { API } from "storybook/manager-api";
import { endpointOf, type UntypedActivation } from "../../catalog/activation.ts";
import { type ScenarioList, type Selection, events, type StoryState } from "../events.ts";
import { selectionParam, readSelection, writeSelection } from "../selection-param.ts";

/** The data that the toolbar and the panel show. */
export interface View {
  readonly catalog: ScenarioList;
  readonly state: StoryState | undefined;
}

/** The state of the shown story, and how to change it. */
export interface Store {
  readonly get: () => View;
  readonly subscribe: (listener: () => void) => () => void;
  readonly select: (activation: UntypedActivation) => void;
  readonly selectOnce: (activation: UntypedActivation) => void;
  /** Removes the selection for one endpoint or for both, and remounts the story. */
  readonly clear: (endpoint?: string) => void;
}

// Storybook re-renders completely when its URL changes. The delay keeps that out of the story's render.
const urlDelay = 300;

/** Connects to the preview. */
export function createStore(api: API): Store {
  let view: View = { catalog: [], state: undefined };
  // Selections can come faster than the preview reports its state.
  let pending: Selection | undefined;
  let writing: ReturnType<typeof setTimeout> | undefined;
  const listeners = new Set<() => void>();

  function show(next: Partial<View>): void {
    view = { ...view, ...next };
    for (const listener of listeners) listener();
  }

  function selected(): readonly UntypedActivation[] {
    return pending?.activations ?? view.state?.selected ?? [];
  }

  /** The selection for the other endpoint. */
  function without(endpoint: string): readonly UntypedActivation[] {
    return selected().filter((each) => endpointOf(each) !== endpoint);
  }

  function send(activations: readonly UntypedActivation[]): void {
    if (!view.state) return;
    const { storyId } = view.state;
    // The same selection again: the story only remounts, which clears calls and messages.
    if (JSON.stringify(activations) === JSON.stringify(selected())) {
      api.emit(events.once, { storyId, activations: [] });
      return;
    }
    pending = { storyId, activations };
    api.emit(events.choose, pending);
  }

  function keepInUrl(selection: Selection): void {
    clearTimeout(writing);
    writing = setTimeout(() => {
      // By now the URL may be that of another story.
      if (isShown(selection.storyId)) writeUrl(writeSelection(selection));
    }, urlDelay);
  }

  function writeUrl(text: string | null): void {
    if ((api.getQueryParam(selectionParam) ?? null) !== text)
      api.applyQueryParams({ [selectionParam]: text }, { replace: true });
  }

  function isShown(storyId: string): boolean {
    return api.getUrlState().storyId === storyId;
  }

  function notifyRejection(why: string | undefined): void {
    if (why === view.state?.refused) return;
    if (why === undefined) api.clearNotification(events.choose);
    else api.addNotification({ id: events.choose, content: { headline: "Auth0 scenario rejected", subHeadline: why } });
  }

  api.on(events.catalog, (catalog: ScenarioList) => show({ catalog }));
  api.on(events.state, (state: StoryState) => {
    pending = undefined;
    keepInUrl({ storyId: state.storyId, activations: state.selected });
    notifyRejection(state.refused);
    show({ state });
  });
  api.on(CURRENT_STORY_WAS_SET, ({ storyId }: { readonly storyId: string }) => {
    if (!isShown(storyId)) return;
    const selection = readSelection(api.getQueryParam(selectionParam));
    if (selection?.storyId === storyId) api.emit(events.choose, selection);
    else writeUrl(null);
  });
  api.emit(events.hello);

  return {
    get: () => view,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    select(given) {
      const activation = withoutEmptyOptions(given);
      const others = without(endpointOf(activation));
      const isOwn = Object.values<string>(view.state?.own ?? {}).some((id) => id === activation);
      // Selecting the story's own scenario restores its params and delay too.
      send(isOwn ? others : [...others, activation]);
    },
    selectOnce(activation) {
      if (view.state) api.emit(events.once, { storyId: view.state.storyId, activations: [activation] });
    },
    clear(endpoint) {
      send(endpoint === undefined ? [] : without(endpoint));
    },
  };
}

/** Returns only the id when there are no options. It is readable in a URL. */
function withoutEmptyOptions(activation: UntypedActivation): UntypedActivation {
  if (typeof activation === "string") return activation;
  const { use, ...more } = activation;
  return Object.values(more).every((each) => each === undefined) ? use : activation;
}

import { CURRENT_STORY_WAS_SET } from "storybook/internal/core-events";
import type { API } from "storybook/manager-api";
import { endpointOf, type UntypedActivation } from "../../catalog/activation.ts";
import { answerOrUse } from "../../panel/answer-or-use.ts";
import type { PageAction } from "../../panel/model.ts";
import { createSeen, type Seen } from "../../panel/seen.ts";
import { merged, type Selection, without } from "../../panel/selection.ts";
import { createTabStorage } from "../../worker/tab-storage.ts";
import { type ScenarioList, events, type StoryAction, type StorySelection, type StoryState } from "../events.ts";
import { isSameLink, selectionInUrl, writeUrl } from "./story-url.ts";

/** The data that the toolbar and the panel show. */
export interface View {
  readonly catalog: ScenarioList;
  readonly state: StoryState | undefined;
  /** The failures of the shown story that the user has seen, by id. */
  readonly seen: readonly string[];
}

/** The state of the shown story, and how to change it. */
export interface Store {
  readonly get: () => View;
  readonly subscribe: (listener: () => void) => () => void;
  /** Switches on a selection, and remounts the story. While a request waits, it answers that. */
  readonly select: (selection: Selection) => void;
  /** The same for one scenario. The story's own comes back as the story has it, with its params and delay. */
  readonly restoreOrSelect: (id: string) => void;
  readonly selectOnce: (activation: UntypedActivation) => void;
  readonly act: (action: PageAction) => void;
  /** Removes the selection for one endpoint or for both, and remounts the story. */
  readonly clear: (endpoint?: string) => void;
}

// Storybook re-renders completely when its URL changes. The delay keeps that out of the story's render.
const urlDelay = 300;

/** Connects to the preview. */
export function createStore(api: API): Store {
  let view: View = { catalog: [], state: undefined, seen: [] };
  // Selections can come faster than the preview reports its state.
  let pending: Selection | undefined;
  let writing: ReturnType<typeof setTimeout> | undefined;
  /** The story that the selection in the URL belongs to, and the selection. */
  let inUrl: StorySelection | undefined;
  /** The query of the URL that the browser's Back or Forward led to. */
  let fromHistory: string | undefined;
  const listeners = new Set<() => void>();
  const storage = createTabStorage(() => {});
  const seen = new Map<string, Seen>();

  function show(next: Partial<View>): void {
    const { state, catalog } = { ...view, ...next };
    view = { catalog, state, seen: state ? seenIn(state.storyId).add({ ...state, scenarios: catalog }) : [] };
    for (const listener of listeners) listener();
  }

  function seenIn(storyId: string): Seen {
    const known = seen.get(storyId) ?? createSeen(storage, `auth0-msw: seen failures of ${storyId}`);
    seen.set(storyId, known);
    return known;
  }

  function selected(): Selection {
    return pending ?? view.state?.selected ?? { activations: [] };
  }

  function send(selection: Selection): void {
    // A story that is still starting has no state yet.
    if (!view.state || !isShown(view.state.storyId)) return;
    const { storyId } = view.state;
    // The same selection again: the story only remounts, which clears calls and messages.
    if (JSON.stringify(selection) === JSON.stringify(selected())) {
      api.emit(events.once, { storyId, activations: [] } satisfies StorySelection);
      return;
    }
    pending = selection;
    api.emit(events.choose, { storyId, ...selection } satisfies StorySelection);
  }

  function select(selection: Selection): void {
    const action = answerOrUse(view.state, selection);
    if (action.type === "answer") {
      act(action);
      return;
    }
    // The story's own scenario, exactly as the story has it, needs no selection.
    const [activation, ...more] = selection.activations;
    const isOwn = more.length === 0 && typeof activation === "string" && view.state?.bare.includes(activation);
    send(isOwn ? without(selected(), endpointOf(activation)) : merged(selected(), selection));
  }

  function act(action: PageAction): void {
    if (view.state) api.emit(events.act, { storyId: view.state.storyId, action } satisfies StoryAction);
  }

  function keepInUrl(selection: StorySelection): void {
    clearTimeout(writing);
    writing = setTimeout(() => {
      // By now the URL may be that of another story.
      if (!isShown(selection.storyId)) return;
      writeUrl(api, selection);
      inUrl = selection;
    }, urlDelay);
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
    keepInUrl({ storyId: state.storyId, ...state.selected });
    notifyRejection(state.refused);
    show({ state });
  });
  api.on(CURRENT_STORY_WAS_SET, ({ storyId }: { readonly storyId: string }) => {
    if (!isShown(storyId)) return;
    const selection = selectionInUrl();
    // Storybook keeps query parameters when the user picks another story. Back and Forward restore a story's own.
    const isLeft =
      inUrl && inUrl.storyId !== storyId && isSameLink(inUrl, selection) && fromHistory !== document.location.search;
    inUrl = { storyId, activations: [], ...(!isLeft && selection) };
    if (isLeft) writeUrl(api, inUrl);
    else if (selection) api.emit(events.choose, inUrl);
  });
  addEventListener("popstate", () => {
    fromHistory = document.location.search;
  });
  api.emit(events.hello);

  return {
    get: () => view,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    select,
    restoreOrSelect(id) {
      const isOwn = Object.values<string>(view.state?.own ?? {}).includes(id);
      const isHeld = answerOrUse(view.state, { activations: [id] }).type === "answer";
      if (isOwn && !isHeld) send(without(selected(), endpointOf(id)));
      else select({ activations: [id] });
    },
    selectOnce(activation) {
      if (!view.state) return;
      api.emit(events.once, { storyId: view.state.storyId, activations: [activation] } satisfies StorySelection);
    },
    act,
    clear(endpoint) {
      send(without(selected(), endpoint));
    },
  };
}

import { STORY_RENDER_PHASE_CHANGED } from "storybook/internal/core-events";
import { addons } from "storybook/preview-api";
import { type Endpoint, endpoints } from "../../../scenarios/types.ts";
import { messageOf } from "../../catalog/show-value.ts";
import { modelOf, switchesOf } from "../../panel/model-of.ts";
import type { Switches } from "../../panel/model.ts";
import { readLink, storyLink, withLink } from "../../panel/link.ts";
import { perform } from "../../panel/perform.ts";
import type { Selection } from "../../panel/selection.ts";
import { internalsOf } from "../../mock-auth0.ts";
import { events, type StoryAction, type StorySelection, type StoryState } from "../events.ts";
import { isPlayOver } from "./is-play-over.ts";
import { checkSelection, madeScenarios } from "./mounts.ts";
import { type Mount, page } from "./page.ts";
import { remountSoon } from "./remount.ts";

/** Reads the selection from the URL, then listens to the manager. Returns a function that stops listening. */
export function followChannel(): () => void {
  page.selection ??= selectionInUrl();
  const channel = addons.getChannel();
  const listeners = {
    [events.hello]: sendAll,
    [events.choose]: select,
    [events.once]: selectOnce,
    [events.act]: act,
    [STORY_RENDER_PHASE_CHANGED]: follow,
  };
  for (const [event, listener] of Object.entries(listeners)) channel.on(event, listener);
  return () => {
    for (const [event, listener] of Object.entries(listeners)) channel.off(event, listener);
  };
}

/** Sends the state of the mount to the manager, now and on every change. */
export function reportMount(mount: Mount): void {
  if (reported === mount) return;
  const isFirst = reported === undefined;
  reported = mount;
  isPlaying = mount.hasPlay;
  internalsOf(mount.auth0).session().watch(sendStateSoon);
  if (isFirst) sendAll();
  else sendStateSoon();
}

/** Whether the play of the mount runs. */
let isPlaying = false;

function follow({ storyId, newPhase }: { readonly storyId: string; readonly newPhase: string }): void {
  if (!isPlaying || storyId !== page.mount?.storyId || !isPlayOver(newPhase)) return;
  isPlaying = false;
  sendStateSoon();
}

let reported: Mount | undefined;
let sending: ReturnType<typeof setTimeout> | undefined;

function sendStateSoon(): void {
  sending ??= setTimeout(sendState);
}

function sendAll(): void {
  if (!page.mount) return;
  sentCatalog = undefined;
  sendState();
}

function sendState(): void {
  clearTimeout(sending);
  sending = undefined;
  const { mount } = page;
  if (!mount) return;
  const { scenarios, ...model } = modelOf(mount.auth0);
  const made = madeScenarios().all;
  const catalog = JSON.stringify([scenarios.map(({ id }) => id), made]);
  if (catalog !== sentCatalog) addons.getChannel().emit(events.catalog, scenarios);
  sentCatalog = catalog;
  const state: StoryState = {
    ...model,
    storyId: mount.storyId,
    own: mount.own,
    bare: mount.bare,
    made,
    isPlaying,
    selected: selectedIn(page.selection),
    ...(mount.error && { error: mount.error.message }),
    ...(page.rejection !== undefined && { refused: page.rejection }),
  };
  addons.getChannel().emit(events.state, state);
}

/** The catalog that the manager has: its ids, and what the user made. */
let sentCatalog: string | undefined;

function selectedIn(selection: StorySelection | undefined): Selection {
  const { storyId: _story, ...selected } = selection ?? { storyId: "", activations: [] };
  return selected;
}

function select(selection: unknown): void {
  const { mount } = page;
  if (!isSelection(selection)) return;
  if (!isFor(mount, selection)) {
    page.selection = selection;
    return;
  }
  if (!isAccepted(mount, selection)) return;
  const isNew = JSON.stringify(selectedIn(page.selection)) !== JSON.stringify(selectedIn(selection));
  page.selection = selection;
  madeScenarios().add(selection.scenarios);
  keepInUrl(selection);
  keepHold(mount);
  if (isNew) remountSoon();
  sendStateSoon();
}

function selectOnce(selection: unknown): void {
  const { mount } = page;
  if (!isSelection(selection) || !isFor(mount, selection) || !isAccepted(mount, selection)) return;
  // Those that are still queued stay in front.
  const queued = endpoints.flatMap((endpoint) => switchesIn(mount, endpoint).queued);
  // An empty one resets.
  if (selection.activations.length > 0) {
    page.once = { ...selection, activations: [...queued, ...selection.activations] };
    keepHold(mount);
  }
  remountSoon();
}

/** A request that is to wait does so after a remount too. */
function keepHold(mount: Mount): void {
  const endpoint = endpoints.find((each) => switchesIn(mount, each).holdsNext);
  if (endpoint) page.hold = { storyId: mount.storyId, endpoint };
}

function switchesIn({ auth0 }: Mount, endpoint: Endpoint): Switches {
  return switchesOf(internalsOf(auth0).session().endpoint(endpoint));
}

function act(given: unknown): void {
  const { mount } = page;
  const { storyId, action } = (given ?? {}) as Partial<StoryAction>;
  if (!mount || mount.storyId !== storyId || !action) return;
  try {
    if (action.type === "hold" && action.hold && mount.hasPlay) {
      page.hold = { storyId, endpoint: action.endpoint };
      remountSoon();
    } else perform(mount.auth0, action);
    if (action.type === "answer") madeScenarios().add(action.scenarios);
    page.rejection = undefined;
  } catch (error) {
    reject(messageOf(error));
  }
}

/** Checks what arrived on the channel: any addon can send events. */
function isSelection(given: unknown): given is StorySelection {
  const { storyId, activations } = (given ?? {}) as Partial<StorySelection>;
  if (typeof storyId === "string" && Array.isArray(activations)) return true;
  reject("The selection is malformed. Send { storyId, activations: […] }.");
  return false;
}

function isFor(mount: Mount | undefined, { storyId }: StorySelection): mount is Mount {
  return mount?.storyId === storyId;
}

function isAccepted({ parameters }: Mount, selection: StorySelection): boolean {
  page.rejection = undefined;
  try {
    checkSelection(parameters, selection);
    return true;
  } catch (error) {
    reject(messageOf(error));
    return false;
  }
}

function reject(reason: string): void {
  page.rejection = reason;
  sendState();
}

/** The selection in the URL of this frame, for the story in it. */
function selectionInUrl(): StorySelection | undefined {
  try {
    const selection = readLink(location.search, storyLink);
    return selection && { storyId: new URLSearchParams(location.search).get("id") ?? "", ...selection };
  } catch (error) {
    page.rejection = messageOf(error);
    return undefined;
  }
}

/** Keeps the selection in the page's URL, so that it survives a reload. */
function keepInUrl(selection: StorySelection): void {
  const url = new URL(location.href);
  url.search = withLink(url.search, selection, storyLink);
  history.replaceState(history.state, "", url);
}

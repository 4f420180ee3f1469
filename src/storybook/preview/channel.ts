import { addons } from "storybook/preview-api";
import { messageOf } from "../../catalog/show-value.ts";
import { modelOf } from "../../panel/model-of.ts";
import { type Selection, events, type StoryState } from "../events.ts";
import { selectionParam, readSelection, writeSelection } from "../selection-param.ts";
import { checkSelection } from "./mounts.ts";
import { type Mount, page } from "./page.ts";
import { remountSoon } from "./remount.ts";

/** Why the last selection was rejected. */
let rejection: string | undefined;

/** Reads the selection from the URL, then listens to the manager. Returns a function that stops listening. */
export function followChannel(): () => void {
  page.selection ??= readSelection(new URLSearchParams(location.search).get(selectionParam));
  const channel = addons.getChannel();
  const listeners = { [events.hello]: sendAll, [events.choose]: select, [events.once]: selectOnce };
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
  rejection = undefined;
  mount.auth0.subscribe(sendStateSoon);
  if (isFirst) sendAll();
  else sendStateSoon();
}

let reported: Mount | undefined;
let sending: ReturnType<typeof setTimeout> | undefined;

function sendStateSoon(): void {
  sending ??= setTimeout(sendState);
}

function sendAll(): void {
  if (!page.mount) return;
  addons.getChannel().emit(events.catalog, page.mount.auth0.scenarios);
  sendState();
}

function sendState(): void {
  clearTimeout(sending);
  sending = undefined;
  const { mount } = page;
  if (!mount) return;
  const { scenarios: _sent, ...model } = modelOf(mount.auth0);
  const state: StoryState = {
    ...model,
    storyId: mount.storyId,
    own: mount.own,
    selected: page.selection?.activations ?? [],
    ...(mount.error && { error: mount.error.message }),
    ...(rejection !== undefined && { refused: rejection }),
  };
  addons.getChannel().emit(events.state, state);
}

function select(selection: unknown): void {
  const { mount } = page;
  if (!isSelection(selection)) return;
  if (!isFor(mount, selection)) {
    page.selection = selection;
    return;
  }
  if (!isAccepted(mount, selection)) return;
  const isNew = JSON.stringify(page.selection?.activations ?? []) !== JSON.stringify(selection.activations);
  page.selection = selection;
  keepInUrl(selection);
  if (isNew) remountSoon();
  sendStateSoon();
}

function selectOnce(selection: unknown): void {
  const { mount } = page;
  if (!isSelection(selection) || !isFor(mount, selection) || !isAccepted(mount, selection)) return;
  page.once = selection;
  remountSoon();
}

/** Checks what arrived on the channel: any addon can send events. */
function isSelection(given: unknown): given is Selection {
  const { storyId, activations } = (given ?? {}) as Partial<Selection>;
  if (typeof storyId === "string" && Array.isArray(activations)) return true;
  reject("The selection is malformed. Send { storyId, activations: […] }.");
  return false;
}

function isFor(mount: Mount | undefined, { storyId }: Selection): mount is Mount {
  return mount?.storyId === storyId;
}

function isAccepted({ parameters }: Mount, { activations }: Selection): boolean {
  rejection = undefined;
  try {
    checkSelection(parameters, activations);
    return true;
  } catch (error) {
    reject(messageOf(error));
    return false;
  }
}

function reject(reason: string): void {
  rejection = reason;
  sendState();
}

/** Keeps the selection in the page's URL, so that it survives a reload. */
function keepInUrl(selection: Selection): void {
  const url = new URL(location.href);
  const written = writeSelection(selection);
  if (written === null) url.searchParams.delete(selectionParam);
  else url.searchParams.set(selectionParam, written);
  history.replaceState(history.state, "", url);
}

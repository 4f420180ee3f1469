import { addons } from "storybook/preview-api";
import { type Choice, events, type StoryState } from "./channel.ts";
import { choiceParam, readChoice, writeChoice } from "./choice-param.ts";
import { activeIn, checkChoice, type Mount } from "./mounts.ts";
import { page } from "./page.ts";
import { remountSoon } from "./remount.ts";

/** How many calls the manager is shown. */
const shownCalls = 100;

/** Why the last choice was refused. */
let refusal: string | undefined;

/** Takes what was chosen from the address, then listens to the manager; returns how to stop. */
export function followChannel(): () => void {
  page.choice ??= readChoice(new URLSearchParams(location.search).get(choiceParam));
  const channel = addons.getChannel();
  const listeners = { [events.hello]: tellAll, [events.choose]: choose, [events.once]: once };
  for (const [event, listener] of Object.entries(listeners)) channel.on(event, listener);
  return () => {
    for (const [event, listener] of Object.entries(listeners)) channel.off(event, listener);
  };
}

/** Tells the manager what the mount is set to, now and whenever something happens in it. */
export function report(mount: Mount): void {
  if (reported === mount) return;
  const isFirst = reported === undefined;
  reported = mount;
  refusal = undefined;
  mount.auth0.subscribe(tellSoon);
  if (isFirst) tellAll();
  else tellSoon();
}

let reported: Mount | undefined;
let telling: ReturnType<typeof setTimeout> | undefined;

function tellSoon(): void {
  telling ??= setTimeout(tell);
}

function tellAll(): void {
  if (!page.mount) return;
  addons.getChannel().emit(events.catalog, page.mount.auth0.scenarios);
  tell();
}

function tell(): void {
  clearTimeout(telling);
  telling = undefined;
  const { mount } = page;
  if (!mount) return;
  const state: StoryState = {
    storyId: mount.storyId,
    own: mount.own,
    chosen: page.choice?.activations ?? [],
    active: activeIn(mount.auth0),
    calls: mount.auth0
      .calls()
      .slice(-shownCalls)
      .map((call) => call.toJSON()),
    messages: mount.auth0.inbox.messages,
    ...(mount.error && { error: mount.error.message }),
    ...(refusal !== undefined && { refused: refusal }),
  };
  addons.getChannel().emit(events.state, state);
}

function choose(choice: unknown): void {
  const { mount } = page;
  if (!isChoice(choice)) return;
  if (!isFor(mount, choice)) {
    page.choice = choice;
    return;
  }
  if (!isAccepted(mount, choice)) return;
  const isNew = JSON.stringify(page.choice?.activations ?? []) !== JSON.stringify(choice.activations);
  page.choice = choice;
  keepInAddress(choice);
  if (isNew) remountSoon();
  tellSoon();
}

function once(choice: unknown): void {
  const { mount } = page;
  if (!isChoice(choice) || !isFor(mount, choice) || !isAccepted(mount, choice)) return;
  page.once = choice;
  remountSoon();
}

/** Any addon can send messages. */
function isChoice(given: unknown): given is Choice {
  const { storyId, activations } = (given ?? {}) as Partial<Choice>;
  if (typeof storyId === "string" && Array.isArray(activations)) return true;
  refuse("Refused a choice: it is malformed. Send { storyId, activations: […] }.");
  return false;
}

function isFor(mount: Mount | undefined, { storyId }: Choice): mount is Mount {
  return mount?.storyId === storyId;
}

function isAccepted({ parameters }: Mount, { activations }: Choice): boolean {
  refusal = undefined;
  try {
    checkChoice(parameters, activations);
    return true;
  } catch (error) {
    refuse(error instanceof Error ? error.message : String(error));
    return false;
  }
}

function refuse(why: string): void {
  refusal = why;
  tell();
}

/** Storybook may have to reload the page; what was chosen last holds after it, too. */
function keepInAddress(choice: Choice): void {
  const url = new URL(location.href);
  const written = writeChoice(choice);
  if (written === null) url.searchParams.delete(choiceParam);
  else url.searchParams.set(choiceParam, written);
  history.replaceState(history.state, "", url);
}

import { STORY_RENDER_PHASE_CHANGED } from "storybook/internal/core-events";
import type { ArgTypesEnhancer } from "storybook/internal/csf";
import { addons } from "storybook/preview-api";

/** The addon’s default. Any setting of the user overrides it. */
const unset = "auth0-msw: unset";

/** Marks the default for `frameOnDocsPages`. */
export const docsParameters: object = { story: { inline: unset } };

/**
 * Shows a story with its own scenarios in a frame on docs pages. Only in a frame can its requests be told apart from
 * those of other stories. Settings of the user override this.
 */
export const frameOnDocsPages: ArgTypesEnhancer = ({ argTypes, parameters }) => {
  const docs = parameters["docs"] as { story?: { inline?: unknown } } | undefined;
  if (docs?.story?.inline === unset) {
    const shown = parameters["auth0"] === undefined ? { inline: true } : { height: "160px", inline: false };
    parameters["docs"] = { ...docs, story: { ...shown, ...docs.story, inline: shown.inline } };
  }
  return argTypes;
};

/** Whether this page is the frame of a story on a docs page. */
export const isDocsFrame: boolean = frameId().startsWith("iframe--");

function frameId(): string {
  try {
    return globalThis.window?.frameElement?.id ?? "";
  } catch {
    return "";
  }
}

/** Keeps the frame as high as its story. Returns a function that stops this. */
export function fitFrame(): () => void {
  const root = document.querySelector("#storybook-root");
  const box = window.frameElement?.parentElement;
  if (!root || !box) return () => {};
  const observer = new ResizeObserver(() => {
    box.style.height = `${document.documentElement.scrollHeight}px`;
  });
  observer.observe(root);
  return () => observer.disconnect();
}

/** Lets a play focus fields without scrolling the docs page. Returns a function that undoes this. */
export function focusInPlace(): () => void {
  const descriptor = Object.getOwnPropertyDescriptor(HTMLElement.prototype, "focus");
  const focus = descriptor?.value as (this: HTMLElement, options: FocusOptions) => void;
  HTMLElement.prototype.focus = function (this: HTMLElement, options) {
    focus.call(this, { ...options, preventScroll: true });
  };
  return () => Object.defineProperty(HTMLElement.prototype, "focus", { ...descriptor });
}

/** A play that takes longer than this, in milliseconds, no longer blocks the others. */
const longestPlay = 5000;
const phasesUntilPlayed = new Set(["loading", "rendering", "playing"]);

/**
 * Waits until no other frame of the page runs a play: plays take the focus from each other. All frames share a Web Lock,
 * which this frame holds until its play is over, or until another promise resolves.
 */
export function waitForOtherPlays(signal: AbortSignal, until?: Promise<void>): Promise<void> {
  return new Promise((resolve) => {
    const play = (): Promise<void> => {
      resolve();
      return Promise.race([playOver(signal), ...(until ? [until] : [])]);
    };
    // Rejects when the signal aborts.
    navigator.locks.request("auth0-msw: a play", { signal }, play).catch(() => resolve());
  });
}

/** Resolves when the play of this frame is over, or after `longestPlay`. */
function playOver(signal: AbortSignal): Promise<void> {
  const channel = addons.getChannel();
  return new Promise((resolve) => {
    // Do not wait for "finished": a frame that is scrolled out of view waits long for its animations.
    const follow = ({ newPhase }: { readonly newPhase: string }): void => {
      if (phasesUntilPlayed.has(newPhase)) return;
      channel.off(STORY_RENDER_PHASE_CHANGED, follow);
      resolve();
    };
    channel.on(STORY_RENDER_PHASE_CHANGED, follow);
    signal.addEventListener("abort", () => resolve());
    setTimeout(resolve, longestPlay);
  });
}

import { STORY_RENDER_PHASE_CHANGED } from "storybook/internal/core-events";
import type { ArgTypesEnhancer } from "storybook/internal/csf";
import { addons } from "storybook/preview-api";

/** Stands for "nobody has said": the addon’s own default, over which a user’s setting is laid. */
const unset = "auth0-msw: unset";

/** What `frameOnDocsPages` goes by. */
export const docsParameters: object = { story: { inline: unset } };

/**
 * Shows a story with answers of its own in a frame on docs pages: there alone can its requests be told
 * from those of its neighbours. What a user has set goes first.
 */
export const frameOnDocsPages: ArgTypesEnhancer = ({ argTypes, parameters }) => {
  const docs = parameters["docs"] as { story?: { inline?: unknown } } | undefined;
  if (docs?.story?.inline === unset) {
    const shown = parameters["auth0"] === undefined ? { inline: true } : { height: "160px", inline: false };
    parameters["docs"] = { ...docs, story: { ...shown, ...docs.story, inline: shown.inline } };
  }
  return argTypes;
};

/** Whether this page is a story's frame on a docs page. */
export const isDocsFrame: boolean = frameId().startsWith("iframe--");

function frameId(): string {
  try {
    return globalThis.window?.frameElement?.id ?? "";
  } catch {
    return "";
  }
}

/** Makes the frame as high as the story in it. */
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

/** Lets a play focus fields without scrolling the docs page to them. */
export function focusInPlace(): () => void {
  const descriptor = Object.getOwnPropertyDescriptor(HTMLElement.prototype, "focus");
  const focus = descriptor?.value as (this: HTMLElement, options: FocusOptions) => void;
  HTMLElement.prototype.focus = function (this: HTMLElement, options) {
    focus.call(this, { ...options, preventScroll: true });
  };
  return () => Object.defineProperty(HTMLElement.prototype, "focus", { ...descriptor });
}

const longestTurn = 5000;
const phasesOfATurn = new Set(["loading", "rendering", "playing"]);

/** Waits until no other frame plays: plays take the focus from each other. The turn ends with the play. */
export async function takeTurn(signal: AbortSignal): Promise<void> {
  const channel = addons.getChannel();
  await new Promise<void>((resolve) => {
    const turn = async (): Promise<void> => {
      resolve();
      await new Promise<void>((over) => {
        // The story is finished later: a frame out of sight waits long for its animations.
        const follow = ({ newPhase }: { readonly newPhase: string }): void => {
          if (phasesOfATurn.has(newPhase)) return;
          channel.off(STORY_RENDER_PHASE_CHANGED, follow);
          over();
        };
        channel.on(STORY_RENDER_PHASE_CHANGED, follow);
        signal.addEventListener("abort", () => over());
        setTimeout(over, longestTurn);
      });
    };
    navigator.locks.request("auth0-msw: a play", { signal }, turn).catch(() => resolve());
  });
}

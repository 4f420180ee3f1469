import { FORCE_REMOUNT, STORY_RENDER_PHASE_CHANGED } from "storybook/internal/core-events";
import { addons } from "storybook/preview-api";
import { type Mount, page } from "./page.ts";

interface Phase {
  readonly storyId: string;
  readonly newPhase: string;
}

// In any other phase Storybook can replace a mount only by reloading the page.
const settled = new Set(["finished", "aborted"]);
/** How long to wait for an outdated play to end. A Testing Library query times out after one second. */
const playTimeout = 1200;

let phase = "";
let outdated: Mount | undefined;
let waiting: ReturnType<typeof setTimeout> | undefined;

/** Follows the phases of the story. Returns a function that stops following. */
export function followPhases(): () => void {
  const channel = addons.getChannel();
  const follow = ({ storyId, newPhase }: Phase): void => {
    if (storyId !== page.mount?.storyId) return;
    phase = newPhase;
    if (waiting === undefined || !settled.has(phase)) return;
    clearTimeout(waiting);
    waiting = setTimeout(remount);
  };
  channel.on(STORY_RENDER_PHASE_CHANGED, follow);
  return () => channel.off(STORY_RENDER_PHASE_CHANGED, follow);
}

/** Remounts the story as soon as Storybook can, and once for several requests in between. */
export function remountSoon(): void {
  outdated = page.mount;
  if (settled.has(phase)) {
    remount();
    return;
  }
  if (waiting !== undefined) return;
  waiting = setTimeout(remount, playTimeout);
  // Its play may wait for responses that are no longer needed.
  if (phase === "playing") page.mount?.auth0.reset();
}

function remount(): void {
  clearTimeout(waiting);
  waiting = undefined;
  // A newer mount has the selection already, or belongs to another story.
  if (!outdated || outdated !== page.mount) return;
  phase = "remounting";
  addons.getChannel().emit(FORCE_REMOUNT, { storyId: outdated.storyId });
}

import { FORCE_REMOUNT, STORY_RENDER_PHASE_CHANGED } from "storybook/internal/core-events";
import { addons } from "storybook/preview-api";
import type { Mount } from "./mounts.ts";
import { page } from "./page.ts";

interface Phase {
  readonly storyId: string;
  readonly newPhase: string;
}

// A mount that Storybook is still busy with cannot be replaced without a reload of the page.
const settled = new Set(["finished", "aborted"]);
/** How long a play may go on that nobody wants any more; a query of Testing Library gives up after one second. */
const patience = 1200;

let phase = "";
let unwanted: Mount | undefined;
let waiting: ReturnType<typeof setTimeout> | undefined;

/** Follows what Storybook does with the story; returns how to stop. */
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

/** Mounts the story anew as soon as Storybook can, and once for all that ask for it until then. */
export function remountSoon(): void {
  unwanted = page.mount;
  if (settled.has(phase)) {
    remount();
    return;
  }
  if (waiting !== undefined) return;
  waiting = setTimeout(remount, patience);
  // Its play waits for answers that nobody needs.
  if (phase === "playing") page.mount?.auth0.reset();
}

function remount(): void {
  clearTimeout(waiting);
  waiting = undefined;
  // A mount that has begun since then has taken the choice already, or is of another story.
  if (!unwanted || unwanted !== page.mount) return;
  phase = "remounting";
  addons.getChannel().emit(FORCE_REMOUNT, { storyId: unwanted.storyId });
}

import { FORCE_REMOUNT, STORY_HOT_UPDATED, STORY_RENDER_PHASE_CHANGED } from "storybook/internal/core-events";
import { addons } from "storybook/preview-api";
import { isPlayOver } from "./is-play-over.ts";
import { type Mount, page } from "./page.ts";
import { stopPlay } from "./plays.ts";
import { endReplay, startReplay } from "./replay-focus.ts";

interface Phase {
  readonly storyId: string;
  readonly newPhase: string;
}

/** In these phases Storybook can replace a mount. In any other phase it would reload the page. */
const replaceable = new Set(["playing", "played", "completing", "completed", "finished", "aborted", "errored"]);

let phase = "";
/** The mount to replace. */
let outdated: Mount | undefined;
let isStopping = false;

/** Follows the phases of the story. Returns a function that stops following. */
export function followPhases(): () => void {
  const channel = addons.getChannel();
  const follow = ({ storyId, newPhase }: Phase): void => {
    // After a hot update Storybook may prepare the story, find that nothing has changed, and keep the mount as it is.
    if (storyId !== page.mount?.storyId || newPhase === "preparing") return;
    phase = newPhase;
    if (isPlayOver(phase)) endReplay();
    void remount();
  };
  channel.on(STORY_RENDER_PHASE_CHANGED, follow);
  return () => channel.off(STORY_RENDER_PHASE_CHANGED, follow);
}

/** Remounts the story as soon as Storybook can, and once for several requests in between. */
export function remountSoon(): void {
  outdated = page.mount;
  void remount();
}

async function remount(): Promise<void> {
  if (!outdated || isStopping || !replaceable.has(phase)) return;
  isStopping = true;
  const isStopped = await stopPlay();
  isStopping = false;
  // Meanwhile the phase may have changed. The next change tries again.
  if (!replaceable.has(phase)) return;
  const mount = outdated;
  outdated = undefined;
  // A newer mount has the selection already, or belongs to another story.
  if (mount !== page.mount) return;
  const channel = addons.getChannel();
  // This cancels the play. Storybook would wait for it, and then reload the page.
  if (phase === "playing" && isStopped) channel.emit(STORY_HOT_UPDATED);
  phase = "remounting";
  startReplay();
  channel.emit(FORCE_REMOUNT, { storyId: mount.storyId });
}

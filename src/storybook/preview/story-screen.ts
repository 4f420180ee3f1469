import { internalsOf } from "../../mock-auth0.ts";
import { successIn } from "../../screen/success.ts";
import type { ScreenRecord, ScreenWatch } from "../../screen/screen-watch.ts";
import type { Mount } from "./page.ts";

const watches = new WeakMap<Mount, ScreenWatch>();

/** Watches what a story says to each failure, for the coverage report. */
export async function watchScreen(mount: Mount): Promise<void> {
  // Stories that are not tests do not load it.
  const { ScreenWatch } = await import("../../screen/screen-watch.ts");
  const internals = internalsOf(mount.auth0);
  watches.set(mount, new ScreenWatch(internals.session(), successIn(internals)));
}

/** What the story has said. Stops watching. */
export function screensOf(mount: Mount): readonly ScreenRecord[] | undefined {
  const watch = watches.get(mount);
  watch?.stop();
  return watch?.records;
}

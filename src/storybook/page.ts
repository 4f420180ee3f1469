import type { SetupWorker } from "msw/browser";
import type { Choice } from "./channel.ts";
import type { Mount } from "./mounts.ts";

/** What one page has once, however often this module is loaded. */
export interface Page {
  worker?: Promise<SetupWorker>;
  /** The mount that requests go to. */
  mount?: Mount;
  choice?: Choice | undefined;
  once?: Choice | undefined;
}

const key: unique symbol = Symbol.for("auth0-msw/storybook") as never;

export const page: Page = ((globalThis as { [key]?: Page })[key] ??= {});

import type { Channel } from "storybook/internal/channels";
import { GLOBALS_UPDATED } from "storybook/internal/core-events";

/** A value of the toolbar's theme menu. */
export type Theme = "light" | "dark";

/** The theme of the user's system, as Storybook's own interface. */
export const systemTheme: Theme = matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";

/** The theme that is selected in the toolbar. */
export function selectedTheme(channel: Channel): Theme {
  const [update] = (channel.last(GLOBALS_UPDATED) ?? []) as [{ readonly globals: { readonly theme: Theme } }?];
  return update?.globals.theme ?? systemTheme;
}

/** Marks the page, for `[data-theme]` in its styles. */
export function applyTheme(theme: Theme): void {
  document.documentElement.dataset["theme"] = theme;
}

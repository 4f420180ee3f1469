import type { RunOptions } from "axe-core";

/** What axe checks in a theme. In dark only the rules about colors: the others find the same as in light. */
export function axeOptions(theme: string): RunOptions {
  return {
    resultTypes: ["violations"],
    ...(theme === "dark" && { runOnly: ["color-contrast", "link-in-text-block"] }),
  };
}

import { createRequire } from "node:module";
import { join } from "node:path";
import type { BrowserType } from "playwright";

/** The Chromium of the Playwright that the project has. Storybook’s Vitest addon needs one of these packages too. */
export function findChromium(folder: string): BrowserType {
  const require = createRequire(join(folder, "package.json"));
  for (const name of ["playwright", "@playwright/test", "playwright-core"]) {
    try {
      return (require(name) as { readonly chromium: BrowserType }).chromium;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "MODULE_NOT_FOUND") throw error;
    }
  }
  throw new Error(
    "Playwright is missing, which opens the stories. Install it: npm install --save-dev playwright && npx playwright install chromium",
  );
}

import { playwright } from "@vitest/browser-playwright";
import type { TestProjectInlineConfiguration } from "vitest/config";
import { launchOptions } from "../../scripts/chromium.ts";

/** What the package loads from its sources, which Vite would find in the middle of a first run, and reload the page for. */
export const packages: readonly string[] = ["@faker-js/faker/locale/en", "jose", "jose/jwt/sign", "leven", "zod/mini"];

/** Vitest's browser mode, in the Chromium that is found. A new object each time: Vitest changes the one it is given. */
export function chromium(): NonNullable<TestProjectInlineConfiguration["test"]>["browser"] & object {
  return {
    enabled: true,
    headless: true,
    screenshotFailures: false,
    // Machines can be slow, and busy.
    connectTimeout: 300_000,
    // A window may copy at a click; the headless shell has to be allowed to.
    provider: playwright({ launchOptions, contextOptions: { permissions: ["clipboard-read", "clipboard-write"] } }),
    instances: [{ browser: "chromium" }],
  };
}

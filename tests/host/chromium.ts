import { playwright } from "@vitest/browser-playwright";
import type { TestProjectInlineConfiguration } from "vitest/config";
import { launchOptions } from "../../scripts/chromium.ts";

/** Dependencies of the package. Without this list Vite finds them during the first run and reloads the page. */
export const packages: readonly string[] = ["@faker-js/faker/locale/en", "jose", "jose/jwt/sign", "leven", "zod/mini"];

/** Vitest's browser mode in the installed Chromium. Returns a new object each time, because Vitest changes it. */
export function chromium(): NonNullable<TestProjectInlineConfiguration["test"]>["browser"] & object {
  return {
    enabled: true,
    headless: true,
    screenshotFailures: false,
    // The machine can be slow and busy.
    connectTimeout: 300_000,
    // A window can copy after a click. The headless shell needs the permission.
    provider: playwright({ launchOptions, contextOptions: { permissions: ["clipboard-read", "clipboard-write"] } }),
    instances: [{ browser: "chromium" }],
  };
}

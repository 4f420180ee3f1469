import { defineConfig } from "@playwright/test";
import type { Auth0TestOptions } from "auth0-msw/playwright";
import { launchOptions } from "../../../scripts/chromium.ts";
import type { CoverageOptions } from "../../../src/playwright/reporter.ts";
import { app } from "./urls.ts";

const { REPORT = "report.json", COVERAGE = "coverage.json" } = process.env;

const coverage: CoverageOptions = { outputFile: COVERAGE };

export default defineConfig<Auth0TestOptions>({
  fullyParallel: true,
  workers: 2,
  timeout: 120_000,
  use: {
    baseURL: app,
    launchOptions,
    auth0Options: { seed: 7 },
  },
  reporter: [
    ["json", { outputFile: REPORT }],
    ["../../../src/playwright/reporter.ts", coverage],
  ],
});

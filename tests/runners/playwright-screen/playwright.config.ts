import { defineConfig } from "@playwright/test";
import type { Auth0TestOptions } from "auth0-msw/playwright";

const { APP_URL = "", REPORT = "report.json", COVERAGE = "{}", LAUNCH = "{}", GREP = "" } = process.env;

export default defineConfig<Auth0TestOptions>({
  // Not on the command line: a run that is filtered there has no threshold.
  grep: new RegExp(GREP),
  fullyParallel: true,
  workers: 2,
  timeout: 60_000,
  use: {
    baseURL: APP_URL,
    launchOptions: JSON.parse(LAUNCH) as object,
    auth0Screen: true,
  },
  reporter: [
    ["json", { outputFile: REPORT }],
    ["auth0-msw/playwright/reporter", JSON.parse(COVERAGE) as object],
  ],
});

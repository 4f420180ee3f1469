import { defineConfig, type ReporterDescription } from "@playwright/test";
import type { CoverageOptions } from "../../../src/playwright/reporter.ts";

const { COVERAGE = "{}", ROOT = "specs", OUTPUT = "test-results", PLAYWRIGHT_BLOB_OUTPUT_FILE } = process.env;
const options = JSON.parse(COVERAGE) as CoverageOptions;

const blob: ReporterDescription[] = PLAYWRIGHT_BLOB_OUTPUT_FILE ? [["blob"]] : [];

export default defineConfig({
  testDir: ROOT,
  outputDir: OUTPUT,
  fullyParallel: true,
  workers: 1,
  timeout: 120_000,
  // By its path: Playwright looks for reporters in packages, of which the one that it runs in is none.
  reporter: [...blob, ["../../../src/playwright/reporter.ts", options]],
});

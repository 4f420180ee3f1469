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
  // By its path: Playwright resolves reporters in node_modules, and this package is not in its own.
  reporter: [...blob, ["../../../src/playwright/reporter.ts", options]],
});

import { fileURLToPath } from "node:url";
import { defaultClientConditions, defaultServerConditions } from "vite";
import { defineConfig } from "vitest/config";
import { auth0Coverage, type CoverageOptions } from "../../../src/vitest/reporter.ts";

const { AS = "reporter", COVERAGE = "{}", PROJECTS, SET_UP = "auth0.ts", VITEST_MODULE } = process.env;
const options = JSON.parse(COVERAGE) as CoverageOptions;

/** Vitest resolves reporters in node_modules, and this package is not in its own. */
const reporter = {
  find: "auth0-msw/vitest/reporter",
  replacement: fileURLToPath(new URL("../../../src/vitest/reporter.ts", import.meta.url)),
};

/** Tests and sources import the Vitest version that runs them. */
const vitest = VITEST_MODULE ? [{ find: /^vitest$/, replacement: VITEST_MODULE }] : [];

export default defineConfig({
  resolve: { alias: [reporter, ...vitest], conditions: ["auth0-msw-source", ...defaultClientConditions] },
  ssr: { resolve: { conditions: ["auth0-msw-source", ...defaultServerConditions] } },
  plugins: AS.includes("plugin") ? [auth0Coverage(options)] : [],
  test: {
    include: ["**/*.spec.ts"],
    setupFiles: SET_UP ? [fileURLToPath(new URL(SET_UP, import.meta.url))] : [],
    // Generous, for slow and busy machines.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    teardownTimeout: 60_000,
    reporters: AS.includes("reporter") ? ["default", ["auth0-msw/vitest/reporter", options]] : ["default"],
    // In its own file, because Playwright takes longer to load than most runs here.
    ...(PROJECTS ? { projects: (await import("./projects.ts")).projects } : {}),
  },
});

import { fileURLToPath } from "node:url";
import { msw } from "msw/vite";
import { defaultClientConditions, defaultServerConditions } from "vite";
import { defineConfig, type TestProjectInlineConfiguration } from "vitest/config";
import { chromium, packages } from "../../host/chromium.ts";
import { auth0Coverage, type CoverageOptions } from "../../../src/vitest/reporter.ts";

const { AS = "reporter", COVERAGE = "{}", PROJECTS, VITEST_MODULE } = process.env;
const options = JSON.parse(COVERAGE) as CoverageOptions;

/** Vitest looks for reporters in packages, of which the one that it runs in is none. */
const reporter = {
  find: "auth0-msw/vitest/reporter",
  replacement: fileURLToPath(new URL("../../../src/vitest/reporter.ts", import.meta.url)),
};

/** What tests and sources import is the Vitest that runs. */
const vitest = VITEST_MODULE ? [{ find: /^vitest$/, replacement: VITEST_MODULE }] : [];

export default defineConfig({
  resolve: { alias: [reporter, ...vitest], conditions: ["auth0-msw-source", ...defaultClientConditions] },
  ssr: { resolve: { conditions: ["auth0-msw-source", ...defaultServerConditions] } },
  plugins: AS.includes("plugin") ? [auth0Coverage(options)] : [],
  test: {
    include: ["**/*.spec.ts"],
    testTimeout: 30_000,
    reporters: AS.includes("reporter") ? ["default", ["auth0-msw/vitest/reporter", options]] : ["default"],
    ...(PROJECTS ? { projects: [inNode("node"), inChromium("chromium"), inNode("again")] } : {}),
  },
});

function inNode(name: string): TestProjectInlineConfiguration {
  return { extends: true, test: { name } };
}

function inChromium(name: string): TestProjectInlineConfiguration {
  return {
    extends: true,
    plugins: [msw({ mode: "worker-only" })],
    optimizeDeps: { include: [...packages, "msw", "msw/browser"] },
    test: {
      name,
      browser: chromium(),
    },
  };
}

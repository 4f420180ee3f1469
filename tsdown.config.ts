import { defineConfig, type UserConfig } from "tsdown";
import { compactTemplates } from "./scripts/compact-templates.ts";
import { leanSourceMaps } from "./scripts/lean-source-maps.ts";
import { writeLicences } from "./scripts/licences.ts";

export const library = {
  entry: {
    index: "src/index.ts",
    browser: "src/browser/index.ts",
    node: "src/node/index.ts",
    "jest/index": "src/jest/index.ts",
    "jest/config": "src/jest/config.ts",
    "jest/load-tenant": "src/jest/load-tenant.ts",
    "jest/preset": "src/jest/preset.ts",
    "jest/transform": "src/jest/transform.ts",
    "jest/reporter": "src/jest/reporter.ts",
    "node-test/index": "src/node-test/index.ts",
    "node-test/reporter": "src/node-test/reporter.ts",
    "playwright/index": "src/playwright/index.ts",
    "playwright/reporter": "src/playwright/reporter.ts",
    "vitest/index": "src/vitest/index.ts",
    "vitest/browser": "src/vitest/browser.ts",
    "vitest/reporter": "src/vitest/reporter.ts",
    "storybook/index": "src/storybook/index.ts",
    "storybook/preset": "src/storybook/preset.ts",
    "storybook/preview": "src/storybook/preview/index.ts",
    "storybook/manager": "src/storybook/manager/index.tsx",
  },
  format: "esm",
  platform: "neutral",
  target: "es2024",
  fixedExtension: false,
  // Their sources are in the package.
  sourcemap: true,
  dts: { generator: "oxc", sourcemap: true },
  deps: {
    onlyBundle: ["@lit/reactive-element", "leven", "lit", "lit-element", "lit-html", "zod"],
    onlyImport: [
      /^node:/,
      "@faker-js/faker",
      "@jest/globals",
      "@playwright/test",
      "@storybook/icons",
      "jose",
      "msw",
      "react",
      "storybook",
      "vitest",
    ],
    // Storybook’s manager provides the first two, and Node the rest.
    neverBundle: ["@storybook/icons", "react", /^node:/],
  },
  plugins: [compactTemplates],
  // The licence texts are in THIRD-PARTY-LICENSES.txt.
  outputOptions: { comments: { legal: false } },
  hooks: {
    "build:done": ({ chunks, options }) => {
      leanSourceMaps(options.outDir);
      return writeLicences(chunks, options.outDir);
    },
  },
} satisfies UserConfig;

// Its dependencies are bundled, so that users do not install them.
const cli = defineConfig({
  entry: { cli: "src/cli/index.ts" },
  format: "esm",
  platform: "node",
  target: "node20",
  fixedExtension: false,
  dts: false,
  deps: {
    onlyBundle: [
      "@clack/core",
      "@clack/prompts",
      "commander",
      "diff",
      "fast-string-truncated-width",
      "fast-string-width",
      "fast-wrap-ansi",
      "js-tokens",
      "leven",
      "lit",
      "lit-html",
      "mrmime",
      "sisteransi",
      "zod",
    ],
    onlyImport: [/^node:/, "auth0-msw"],
    neverBundle: ["auth0-msw"],
  },
  hooks: {
    "build:done": ({ chunks, options }) => writeLicences(chunks, options.outDir, "cli.THIRD-PARTY-LICENSES.txt"),
  },
});

/** One script without imports, which a test evaluates in a page. */
export const inPage = {
  entry: { "screen-in-page": "src/screen/in-page.ts" },
  format: "iife",
  platform: "browser",
  target: "es2024",
  dts: false,
  minify: true,
  outputOptions: { entryFileNames: "[name].js" },
} satisfies UserConfig;

/** What Jest requires from CommonJS: it must parse where an ES module does not. */
export const jestCommonJs = {
  entry: { "jest/for-require": "src/jest/for-require.cts", "jest/in-plain-jsdom": "src/jest/in-plain-jsdom.cts" },
  format: "cjs",
  platform: "node",
  target: "node20",
  dts: false,
} satisfies UserConfig;

export default [library, cli, inPage, jestCommonJs];

import { fileURLToPath } from "node:url";
import { storybookTest } from "@storybook/addon-vitest/vitest-plugin";
import { msw } from "msw/vite";
import { type AliasOptions, defaultClientConditions, defaultServerConditions } from "vite";
import { defineConfig, type TestProjectInlineConfiguration, type ViteUserConfig } from "vitest/config";
import { auth0Coverage } from "./src/vitest/reporter.ts";
import { chromium, packages } from "./tests/host/chromium.ts";
import { msw2Worker } from "./tests/host/msw2-worker.ts";

const modules = ["src/**/*.test.ts", "tests/node/**/*.test.ts"];
const everyHost = "tests/every-host/**/*.test.ts";
const processes = [
  "tests/fuzz/**/*.test.ts",
  "tests/docs/**/*.test.ts",
  "tests/app/**/*.test.ts",
  "tests/process/**/*.test.ts",
  "tests/cli/**/*.test.ts",
];
const runners = "tests/runners/**/*.test.ts";
const isolation = "tests/isolation/**/*.test.ts";
const dom = "tests/dom/**/*.test.{ts,tsx}";
const browser = "tests/browser/**/*.test.ts";
const auth0Js = "tests/sdk/auth0-js.test.ts";
const auth0JsGenerations = "tests/sdk/auth0-js-generations.test.ts";
const nodeSdks = "tests/sdk/{recorded-requests,auth0-node}.test.ts";
const stories = "stories/**/*.test.ts";

/** What Vite would otherwise find in the middle of a first run, and reload the page for. */
const bundledForBrowsers = [
  ...packages,
  "auth0-js",
  "auth0-js-9/dist/auth0.min.esm.js",
  "axe-core",
  "lit",
  "lit/directives/keyed.js",
  "lit/directives/repeat.js",
];

// What a process has compiled the next one need not.
process.env.NODE_COMPILE_CACHE ??= fileURLToPath(new URL("node_modules/.cache/compiled", import.meta.url));

// Storybook loads its configuration by a function that Node deprecates.
process.noDeprecation = true;

export default defineConfig({
  resolve: { conditions: ["auth0-msw-source", ...defaultClientConditions] },
  ssr: { resolve: { conditions: ["auth0-msw-source", ...defaultServerConditions] } },
  plugins: [auth0Coverage({ include: "all", threshold: 100 })],
  test: {
    reporters: ["minimal"],
    // MSW 2 looks at Node’s localStorage, which is experimental; the oldest SDKs call what Node deprecates.
    execArgv: ["--disable-warning=ExperimentalWarning", "--disable-warning=DEP0060"],
    experimental: { diagnostics: false },
    // Machines can be slow, and busy.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    expect: { poll: { timeout: 30_000 } },
    // One for each core; Vitest would leave one of two cores idle.
    maxWorkers: "100%",
    projects: [
      inNode("node", "node", [...modules, everyHost, isolation, nodeSdks, stories, ...processes]),
      inNode("node-msw2", "node", [...modules, everyHost, isolation]),
      inNode("jsdom", "jsdom", [everyHost, isolation, dom, auth0Js, auth0JsGenerations]),
      inNode("jsdom-msw2", "jsdom", [everyHost, isolation, dom]),
      inNode("happy-dom", "happy-dom", [everyHost, isolation]),
      inPlaywright(),
      inNode("runners", "node", [runners]),
      inChromium("chromium", [everyHost, browser, auth0Js], [msw({ mode: "worker-only" })]),
      inChromium("chromium-msw2", [everyHost, browser], [msw2Worker()]),
      storybook(),
      inNode("storybook-ui", "node", ["tests/storybook/**/*.test.ts"]),
    ],
  },
});

function inNode(name: string, environment: string, include: string[]): TestProjectInlineConfiguration {
  return {
    extends: true,
    resolve: { alias: aliases(name, "tests/host/node.ts") },
    test: {
      name,
      environment,
      include,
      // Each file would begin with MSW, faker and a DOM of its own.
      isolate: false,
      setupFiles: environment === "happy-dom" ? ["tests/host/happy-dom.ts"] : [],
    },
  };
}

function inChromium(
  name: string,
  include: string[],
  plugins: ViteUserConfig["plugins"] & object,
): TestProjectInlineConfiguration {
  return {
    extends: true,
    plugins,
    resolve: { alias: aliases(name, "tests/host/browser.ts") },
    optimizeDeps: { include: [...bundledForBrowsers, mswOf(name), `${mswOf(name)}/browser`] },
    test: { name, include, browser: chromium() },
  };
}

/** The same tests once more, from a page whose requests Playwright answers. */
function inPlaywright(): TestProjectInlineConfiguration {
  return {
    extends: true,
    resolve: { alias: aliases("playwright", "tests/host/playwright.ts") },
    test: { name: "playwright", include: [everyHost], isolate: false },
  };
}

function storybook(): TestProjectInlineConfiguration {
  return {
    extends: true,
    plugins: [storybookTest()],
    test: { name: "storybook", isolate: false, browser: chromium() },
  };
}

function aliases(name: string, host: string): AliasOptions {
  return [
    { find: "#host", replacement: fileURLToPath(new URL(host, import.meta.url)) },
    { find: /^msw(?=\/|$)/, replacement: mswOf(name) },
  ];
}

function mswOf(name: string): string {
  return name.endsWith("-msw2") ? "msw2" : "msw";
}

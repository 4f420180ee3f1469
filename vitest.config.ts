import { fileURLToPath } from "node:url";
import { storybookTest } from "@storybook/addon-vitest/vitest-plugin";
import vue from "@vitejs/plugin-vue";
import { msw } from "msw/vite";
import { type AliasOptions, defaultClientConditions, defaultServerConditions } from "vite";
import { defineConfig, type TestProjectInlineConfiguration, type ViteUserConfig } from "vitest/config";
import { auth0Coverage } from "./src/vitest/reporter.ts";
import { chromium, packages } from "./tests/host/chromium.ts";
import { msw2Worker } from "./tests/host/msw2-worker.ts";
import { runsAll } from "./tests/helpers/runs-all.ts";

const pure = "src/**/*.test.ts";
const everyHost = "tests/every-host/**/*.test.ts";
const badInput = "tests/every-host/bad-input.test.ts";
const isolation = "tests/isolation/**/*.test.ts";
const onlyNode = "tests/node/**/*.test.ts";
const dom = "tests/dom/**/*.test.{ts,tsx}";
const screens = "tests/screens/{set-up,leaves,seeded-app}.test.{ts,tsx}";
const screenSetUp = "tests/screens/set-up.test.tsx";
/** Screens in MUI and Vue, which are slow to load. */
const libraryScreens = "tests/screens/seeded-libraries.test.ts";
const seededApp = "tests/screens/seeded-app.test.ts";
/** Each documented failure on each form of the stories. */
const ownForms = "tests/screens/own-forms.test.tsx";
const browser = "tests/{browser,security/browser}/*.test.ts";
const manyInChromium = "tests/browser/ten-thousand-requests.test.ts";
/** Slow, and the same on any version of MSW. */
const onlyInMatrix = [
  ...["panel-accessibility", "drawer"].map((name) => `tests/browser/${name}.test.ts`),
  "tests/security/browser/*.test.ts",
  manyInChromium,
];
const auth0Js = "tests/sdk/auth0-js.test.ts";
const auth0JsGenerations = "tests/sdk/auth0-js-generations.test.ts";
const nodeSdks = "tests/sdk/{recorded-requests,auth0-node}.test.ts";
const stories = "stories/**/*.test.ts";
const tools = "tests/{docs,process,cli,security}/*.test.ts";
/** They start a process, the compiler or a browser many times, or search for hard inputs. */
const slowTools = [
  "tests/security/regular-expressions.test.ts",
  "tests/cli/list.test.ts",
  "tests/cli/next-steps.test.ts",
  "tests/cli/report.test.ts",
  "tests/security/hostile-storybook.test.ts",
];
const fuzz = "tests/fuzz/**/*.test.ts";
const underLoad = "tests/under-load/*.test.ts";
/** Ten thousand requests on every host take minutes. Node and jsdom send them on every change. */
const manyOtherRequests = "tests/under-load/other-requests.test.ts";
/** The panel has no part in what MSW does. `npm test` runs it on MSW 3. */
const panel = "tests/browser/panel.test.ts";
const onlyBeforeRelease = runsAll ? [] : [`!${manyOtherRequests}`];
const underLoadInNode = "tests/under-load/node/*.test.ts";

/** Otherwise Vite would find these during a first run and reload the page. */
const reactForBrowsers = ["@testing-library/react", "react", "react-dom", "react-dom/client", "react/jsx-dev-runtime"];
const preBundledForBrowsers = packages.concat(
  ["auth0-js", "auth0-js-9/dist/auth0.min.esm.js", "axe-core", "lit"],
  reactForBrowsers,
);

/** What `tests/screens/app/mui/` imports. */
const muiComponents =
  "Alert AlertTitle Backdrop Button CircularProgress Collapse Dialog DialogActions DialogContent DialogContentText DialogTitle FormControl FormHelperText Icon InputLabel Link OutlinedInput Paper Snackbar Stack TextField Typography"
    .split(" ")
    .map((name) => `@mui/material/${name}`);

/** A browser can miss a click on a busy machine. `.ci/run` names the tests that needed a second try. */
const retry = process.env["CI"] ? 1 : 0;

// Share compiled code between processes.
process.env.NODE_COMPILE_CACHE ??= fileURLToPath(new URL("node_modules/.cache/compiled", import.meta.url));

// Storybook loads its configuration with a function that Node deprecates.
process.noDeprecation = true;

export default defineConfig({
  resolve: { conditions: ["auth0-msw-source", ...defaultClientConditions] },
  ssr: { resolve: { conditions: ["auth0-msw-source", ...defaultServerConditions] } },
  plugins: [auth0Coverage({ include: "all", threshold: { met: 100, raw: 0, "dead end": 0, "not announced": 0 } })],
  test: {
    reporters: ["minimal"],
    // MSW 2 reads Node’s localStorage, which is experimental. The oldest SDKs call a deprecated function of Node.
    execArgv: ["--disable-warning=ExperimentalWarning", "--disable-warning=DEP0060"],
    experimental: { diagnostics: false },
    testTimeout: 20_000,
    hookTimeout: 20_000,
    expect: { poll: { timeout: 10_000 } },
    // One for each core. By default Vitest would leave one of two cores idle.
    maxWorkers: "100%",
    // `npm test` runs every host once, on MSW 3; `npm run test:matrix` runs the projects named `matrix-…`.
    projects: [
      inNode("node", "node", [
        pure,
        everyHost,
        isolation,
        onlyNode,
        nodeSdks,
        stories,
        tools,
        ...slowTools.map((file) => `!${file}`),
      ]),
      // Bad input takes longest, and the handlers get it as from any other host.
      inNode("jsdom", "jsdom", [everyHost, `!${badInput}`, dom, screenSetUp]),
      inNode("happy-dom", "happy-dom", [everyHost, `!${badInput}`, screenSetUp]),
      inPlaywright("playwright", [everyHost, `!${badInput}`]),
      inChromium(
        "chromium",
        [everyHost, browser, screenSetUp, ...onlyInMatrix.map((file) => `!${file}`), auth0Js],
        [msw({ mode: "worker-only" })],
      ),
      storybook("storybook", { exclude: ["matrix", "release"] }),

      inNode("matrix-node-msw2", "node", [
        pure,
        everyHost,
        isolation,
        onlyNode,
        underLoad,
        underLoadInNode,
        ...onlyBeforeRelease,
      ]),
      inNode("matrix-jsdom-msw2", "jsdom", [everyHost, isolation, dom, ...(runsAll ? [underLoad] : [])]),
      inChromium(
        "matrix-chromium-msw2",
        [everyHost, browser, screens, libraryScreens, ...(runsAll ? [ownForms] : [`!${manyInChromium}`, `!${panel}`])],
        [msw2Worker()],
      ),
      inPlaywright("matrix-playwright", [badInput, ...(runsAll ? [manyOtherRequests] : [])]),
      inNode("matrix-node", "node", [fuzz, underLoad, underLoadInNode]),
      inNode("matrix-jsdom", "jsdom", [
        isolation,
        underLoad,
        auth0Js,
        auth0JsGenerations,
        screens,
        ownForms,
        ...(runsAll ? [libraryScreens] : []),
      ]),
      inNode("matrix-happy-dom", "happy-dom", [
        badInput,
        isolation,
        underLoad,
        screens,
        // On every change, jsdom and Chromium show planted faults, Chromium screens in libraries, and jsdom our own.
        ...(runsAll ? [libraryScreens, ownForms] : [`!${seededApp}`]),
        ...onlyBeforeRelease,
      ]),
      storybook("matrix-stories", { include: runsAll ? ["matrix", "release"] : ["matrix"] }),
      // These tests start whole test runs, Storybook builds and servers, and app builds.
      inNode("matrix-runners", "node", ["tests/runners/**/*.test.ts", ...slowTools], minutes(5)),
      inNode("matrix-storybook", "node", ["tests/storybook/**/*.test.ts"], minutes(5)),
      inNode("matrix-installs", "node", ["tests/matrix/*.test.ts"], {
        ...minutes(5),
        globalSetup: ["tests/matrix/pack.ts"],
      }),
      inNode("matrix-app", "node", ["tests/app/**/*.test.ts"], minutes(2)),
    ],
  },
});

/** A longer limit for each test and hook of a project, and a second try. */
function minutes(count: number): Limits {
  return { testTimeout: count * 60_000, hookTimeout: count * 60_000, retry };
}

type TestOptions = TestProjectInlineConfiguration["test"] & object;
type Limits = Pick<TestOptions, "testTimeout" | "hookTimeout" | "globalSetup" | "retry">;

function inNode(
  name: string,
  environment: string,
  include: string[],
  limits: Limits = {},
): TestProjectInlineConfiguration {
  return {
    extends: true,
    plugins: pluginsFor(include),
    resolve: { alias: aliases(name, "tests/host/node.ts") },
    test: {
      name,
      environment,
      include,
      // With isolation, each file would load MSW, faker and a DOM again.
      isolate: false,
      ...limits,
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
    plugins: [...plugins, ...pluginsFor(include)],
    resolve: { alias: aliases(name, "tests/host/browser.ts") },
    optimizeDeps: {
      include: [...preBundledForBrowsers, ...librariesFor(include), mswOf(name), `${mswOf(name)}/browser`],
    },
    // axe and the screens of every size are slow.
    test: { name, include, browser: chromium(), testTimeout: 60_000, hookTimeout: 60_000, retry },
  };
}

/** The same tests again, from a page whose requests Playwright answers. */
function inPlaywright(name: string, include: string[]): TestProjectInlineConfiguration {
  return {
    extends: true,
    resolve: { alias: aliases(name, "tests/host/playwright.ts") },
    test: { name, include, isolate: false },
  };
}

function storybook(name: string, tags: { include?: string[]; exclude?: string[] }): TestProjectInlineConfiguration {
  return {
    extends: true,
    plugins: [storybookTest({ tags })],
    // A play may wait up to 10 s for one query.
    test: { name, isolate: false, browser: chromium(), testTimeout: 60_000, retry },
  };
}

function pluginsFor(include: readonly string[]): ViteUserConfig["plugins"] & object {
  return include.includes(libraryScreens) ? [vue()] : [];
}

function librariesFor(include: readonly string[]): readonly string[] {
  return include.includes(libraryScreens) ? ["vue", ...muiComponents] : [];
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

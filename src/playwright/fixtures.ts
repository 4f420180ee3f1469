import { createRequire } from "node:module";
import {
  type BrowserContext,
  type Fixtures,
  type PlaywrightTestArgs,
  type PlaywrightTestOptions,
  type PlaywrightWorkerArgs,
  type PlaywrightWorkerOptions,
  type TestInfo,
  type TestType,
  test as base,
} from "@playwright/test";
import type { MockAuth0Options } from "../catalog/options.ts";
import { checkPeer } from "../catalog/peer-versions.ts";
import type { CustomScenarios, NoCustom } from "../catalog/scenario-id.ts";
import { annotationType, type CoverageMeta } from "../coverage/meta.ts";
import { successIn } from "../screen/success.ts";
import { checkRefused } from "../engine/refused.ts";
import { internalsOf, mockAuth0, type MockAuth0 } from "../mock-auth0.ts";
import type { ScreenRecord } from "../screen/screen-watch.ts";
import { arrivalsOf } from "./arrivals.ts";
import { routeAuth0 } from "./route-auth0.ts";
import { readScreenOption, type ScreenOption } from "./screen-option.ts";
import { ScreenWatcher } from "./screen-watcher.ts";

/** The fixtures of every test. */
export interface Auth0Fixtures<Custom = NoCustom> {
  /** The test's own mock, which answers all pages of its `context`. */
  readonly auth0: MockAuth0<Custom>;
}

/** The options that a configuration, a file or a `describe` sets for its tests. */
export interface Auth0TestOptions<Custom = NoCustom> {
  /**
   * The options of the mock, without `scenarios`: their names are part of the types of a test.
   * @example test.use({ auth0Options: { domain: "demo.eu.auth0.com" } });
   */
  readonly auth0Options: Omit<MockAuth0Options<Custom>, "scenarios">;
  /**
   * Watches what the pages say to each failure, for the coverage report. `{ screenshots: true }` also takes a picture of
   * each. Defaults to false.
   * @example test.use({ auth0Screen: true });
   */
  readonly auth0Screen: ScreenOption;
}

type TestArgs = PlaywrightTestArgs & PlaywrightTestOptions;
type WorkerArgs = PlaywrightWorkerArgs & PlaywrightWorkerOptions;

/**
 * The fixtures for your own `test`, or for your own scenarios. `auth0Options` are merged over the options key by key.
 * @example const test = base.extend(auth0Fixtures({ scenarios: { "oauth-ro": { maintenance: { status: 503 } } } }));
 */
export function auth0Fixtures<const Custom extends CustomScenarios = NoCustom>(
  options: MockAuth0Options<Custom> = {},
): Fixtures<Auth0Fixtures<Custom> & Auth0TestOptions<Custom>, object, TestArgs, WorkerArgs> {
  checkPeer("auth0-msw/playwright", "@playwright/test", createRequire(import.meta.url));
  return {
    auth0Options: [{}, { option: true }],
    auth0Screen: [false, { option: true }],
    auth0: [
      async ({ context, auth0Options, auth0Screen }, use, testInfo) => {
        const auth0 = mockAuth0<Custom>({ ...options, ...auth0Options });
        const session = internalsOf(auth0).session();
        session.testName = testInfo.titlePath.slice(1).join(" > ");
        const watcher = watch(auth0, auth0Screen, testInfo);
        await Promise.all([routeAuth0(context, auth0), watcher?.prepare(context)]);
        // Requests end with their pages. A pending `waitForCall` must not fail a later test.
        context.once("close", () => auth0.reset());
        await use(auth0);
        const screens = await watcher?.finish();
        await arrivalsOf(context).settle();
        await leavePages(context);
        const { served } = session;
        if (served.size > 0) testInfo.annotations.push(toAnnotation([...served], screens));
        checkRefused(session);
      },
      // For every test: tests that do not use the mock must not reach the real service either.
      { auto: true },
    ],
  };
}

/** Leaves all pages. When a context closes, Playwright sends pending requests to the real service. */
async function leavePages(context: BrowserContext): Promise<void> {
  const leaving = context.pages().map((page) => page.goto("about:blank", { waitUntil: "commit", timeout: 5000 }));
  // A page may have crashed, or may block navigation.
  await Promise.allSettled(leaving);
}

function watch(auth0: object, option: ScreenOption, testInfo: TestInfo): ScreenWatcher | undefined {
  const settings = readScreenOption(option);
  if (!settings) return undefined;
  const mock = internalsOf(auth0);
  return new ScreenWatcher(mock.session(), successIn(mock), (name) =>
    settings.screenshots ? testInfo.outputPath("auth0-screens", name) : undefined,
  );
}

function toAnnotation(
  served: readonly string[],
  screens: readonly ScreenRecord[] | undefined,
): { type: string; description: string } {
  const meta: CoverageMeta = { v: 1, served, ...(screens && { screens }) };
  return { type: annotationType, description: JSON.stringify(meta) };
}

/** Playwright's `test` with the `auth0` fixture. */
export const test: TestType<TestArgs & Auth0Fixtures & Auth0TestOptions, WorkerArgs> = base.extend(auth0Fixtures());

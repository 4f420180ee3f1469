import { createRequire } from "node:module";
import { relative } from "node:path";
import type { Reporter, TestCase, TestRunEndReason, TestSpecification, Vitest } from "vitest/node";
import { checkPeer } from "../catalog/peer-versions.ts";
import { type CoverageOptions, type CoverageSettings, readOptions } from "../coverage/options.ts";
import { type FinishedTest, reportRun } from "../coverage/report-run.ts";
import { whyPartial } from "./partial-run.ts";

export type { CoverageOptions } from "../coverage/options.ts";
export type { CoverageReport, EndpointCoverage, Include, ScenarioCoverage } from "../coverage/report.ts";

const entry = "auth0-msw/vitest/reporter";

/**
 * Reports which documented failures the tests of a run met.
 * @example reporters: ["default", ["auth0-msw/vitest/reporter", { threshold: 100 }]]
 */
export default class FailureCoverageReporter implements Reporter {
  // Other copies of this module find it by this name: Vite may load a config once for each project.
  readonly name: string = entry;
  readonly #settings: CoverageSettings;
  #vitest: Vitest | undefined;
  #specifications: readonly TestSpecification[] = [];

  /** Throws on an unknown or invalid option. */
  constructor(options: CoverageOptions = {}) {
    checkPeer(entry, "vitest", createRequire(import.meta.url));
    this.#settings = readOptions(options);
  }

  onInit(vitest: Vitest): void {
    this.#vitest = vitest;
  }

  onTestRunStart(specifications: readonly TestSpecification[]): void {
    this.#specifications = specifications;
  }

  async onTestRunEnd(_modules: unknown, _errors: unknown, reason: TestRunEndReason): Promise<void> {
    const vitest = this.#vitest;
    if (!vitest) return;
    // Watch mode reruns only a few files, but the report covers all files.
    const finished = (state: "passed" | "failed"): FinishedTest[] =>
      vitest.state
        .getTestModules()
        .flatMap((module) => Array.from(module.children.allTests(state)))
        .map((test) => ({ where: titleOf(test, vitest), metadata: metadataOf(test) }));
    const run = {
      passed: finished("passed"),
      failed: finished("failed"),
      partial: await whyPartial(vitest, this.#specifications, reason),
      hint: "Call setupAuth0() from auth0-msw/vitest in a setup file, or use the addon auth0-msw/storybook.",
      folder: vitest.config.root,
      print: (text: string) => vitest.logger.log(text),
    };
    if (!(await reportRun(run, this.#settings))) process.exitCode = 1;
  }
}

/** The part of the plugin that Vite sees. */
export interface FailureCoveragePlugin {
  readonly name: string;
  configureVitest(context: { readonly vitest: Vitest }): void;
}

/**
 * The reporter as a Vite plugin, which `--reporter` on the command line does not replace.
 * Throws on an unknown or invalid option.
 * @example plugins: [auth0Coverage({ threshold: 100 })]
 */
export function auth0Coverage(options: CoverageOptions = {}): FailureCoveragePlugin {
  const reporter = new FailureCoverageReporter(options);
  return {
    name: "auth0-msw:failure-coverage",
    // Called once for every project.
    configureVitest({ vitest: { config } }) {
      if (!config.reporters.some(isOurs)) config.reporters.push(reporter);
    },
  };
}

function isOurs(reporter: Vitest["config"]["reporters"][number]): boolean {
  const { name } = Array.isArray(reporter) ? { name: reporter[0] } : (reporter as { readonly name?: unknown });
  return name === entry;
}

interface TestMeta {
  readonly auth0?: unknown;
  /** The reports of Storybook's stories. */
  readonly reports?: readonly {
    readonly type: string;
    readonly version?: number;
    readonly result?: { readonly served?: unknown; readonly screens?: unknown };
  }[];
}

/** `src/sign-in.test.tsx > shows a message` */
function titleOf({ module, fullName }: TestCase, { config }: Vitest): string {
  return `${relative(config.root, module.moduleId).replaceAll("\\", "/")} > ${fullName}`;
}

function metadataOf(test: TestCase): unknown[] {
  const { auth0, reports = [] } = test.meta() as TestMeta;
  const stories = reports.filter(({ type }) => type === "auth0-msw");
  return [
    ...(auth0 === undefined ? [] : [auth0]),
    ...stories.map(({ version, result }) => ({ v: version, served: result?.served, screens: result?.screens })),
  ];
}

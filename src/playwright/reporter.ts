import { dirname } from "node:path";
import type { FullConfig, FullResult, Reporter, Suite, TestCase } from "@playwright/test/reporter";
import { annotationType } from "../coverage/meta.ts";
import { type CoverageOptions, type CoverageSettings, optionNames, readOptions } from "../coverage/options.ts";
import { type FinishedTest, reportRun } from "../coverage/report-run.ts";
import { whyPartial } from "./partial-run.ts";

export type { CoverageOptions } from "../coverage/options.ts";
export type { CoverageReport, EndpointCoverage, Include, ScenarioCoverage } from "../coverage/report.ts";

/**
 * Reports which documented failures the tests of a run met.
 * @example reporter: [["list"], ["auth0-msw/playwright/reporter", { threshold: 100 }]]
 */
export default class FailureCoverageReporter implements Reporter {
  readonly #settings: CoverageSettings;
  #config: FullConfig | undefined;
  #suite: Suite | undefined;

  /** Throws on an invalid option. */
  constructor(options: CoverageOptions = {}) {
    this.#settings = readOptions(ownOptions(options));
  }

  onBegin(config: FullConfig, suite: Suite): void {
    this.#config = config;
    this.#suite = suite;
  }

  async onEnd({ status }: FullResult): Promise<{ status: "failed" } | undefined> {
    const config = this.#config;
    const tests = this.#suite?.allTests() ?? [];
    // `--list` runs no test.
    if (!config || !tests.some(({ results }) => results.length > 0)) return undefined;
    const isEnough = await reportRun(
      {
        passed: tests.filter(hasPassed).map(toFinished),
        failed: tests.filter((test) => test.outcome() === "unexpected").map(toFinished),
        partial: whyPartial(config, status),
        hint: "Import `test` from auth0-msw/playwright.",
        folder: config.configFile ? dirname(config.configFile) : config.rootDir,
        print: (text) => process.stdout.write(`\n${text}\n`),
      },
      this.#settings,
    );
    return isEnough ? undefined : { status: "failed" };
  }

  /** Makes Playwright add its own reporter when this is the only one. */
  printsToStdio(): boolean {
    return false;
  }
}

/** Playwright adds its own options. */
function ownOptions(options: CoverageOptions): CoverageOptions {
  return Object.fromEntries(optionNames.map((name) => [name, options[name]]));
}

function hasPassed(test: TestCase): boolean {
  return ["expected", "flaky"].includes(test.outcome());
}

function toFinished(test: TestCase): FinishedTest {
  return { where: titleOf(test), metadata: metadataOf(test) };
}

/** `chromium › sign-in.spec.ts › shows a message` */
function titleOf(test: TestCase): string {
  return test.titlePath().filter(Boolean).join(" › ");
}

function metadataOf({ results }: TestCase): unknown[] {
  const annotations = results.at(-1)?.annotations ?? [];
  return annotations.filter(({ type }) => type === annotationType).map(({ description = "" }) => parse(description));
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

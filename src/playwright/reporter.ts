import { dirname } from "node:path";
import type { FullConfig, FullResult, Reporter, Suite, TestCase } from "@playwright/test/reporter";
import { conclude } from "../coverage/conclude.ts";
import { annotationType } from "../coverage/meta.ts";
import { type CoverageOptions, type CoverageSettings, optionNames, readOptions } from "../coverage/options.ts";
import { reasonOfPart } from "./part.ts";

export type { CoverageOptions } from "../coverage/options.ts";
export type { CoverageReport, EndpointCoverage, Include, ScenarioCoverage } from "../coverage/report.ts";

/**
 * Says after a run which documented failures its tests have met.
 * @example reporter: [["list"], ["auth0-msw/playwright/reporter", { threshold: 100 }]]
 */
export default class FailureCoverageReporter implements Reporter {
  readonly #settings: CoverageSettings;
  #config: FullConfig | undefined;
  #suite: Suite | undefined;

  /** Throws where an option has a value that it cannot have. */
  constructor(options: CoverageOptions = {}) {
    this.#settings = readOptions(ours(options));
  }

  onBegin(config: FullConfig, suite: Suite): void {
    this.#config = config;
    this.#suite = suite;
  }

  async onEnd({ status }: FullResult): Promise<{ status: "failed" } | undefined> {
    const config = this.#config;
    const tests = this.#suite?.allTests() ?? [];
    // Tests can also be merely listed.
    if (!config || !tests.some(({ results }) => results.length > 0)) return undefined;
    const isEnough = await conclude(
      {
        passed: tests.filter(hasPassed).map(leftBy),
        partial: reasonOfPart(config, status),
        setUp: "Take `test` from auth0-msw/playwright.",
        folder: config.configFile ? dirname(config.configFile) : config.rootDir,
        print: (text) => process.stdout.write(`\n${text}\n`),
      },
      this.#settings,
    );
    return isEnough ? undefined : { status: "failed" };
  }

  /** So that Playwright adds a reporter that says how the tests went, when there is none. */
  printsToStdio(): boolean {
    return false;
  }
}

/** Playwright lays them over options of its own. */
function ours(options: CoverageOptions): CoverageOptions {
  return Object.fromEntries(optionNames.map((name) => [name, options[name]]));
}

function hasPassed(test: TestCase): boolean {
  return ["expected", "flaky"].includes(test.outcome());
}

function leftBy({ results }: TestCase): unknown[] {
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

import { type CoverageOptions, type CoverageSettings, readOptions } from "../coverage/options.ts";
import { reportRun } from "../coverage/report-run.ts";
import { collectRecords, finishedTests, takeRecords, type TestRecord } from "../runner/run-records.ts";
import { type GlobalConfig, type RunResults, whyPartial } from "./partial-run.ts";

export type { CoverageOptions } from "../coverage/options.ts";
export type { CoverageReport, EndpointCoverage, Include, ScenarioCoverage } from "../coverage/report.ts";

/**
 * Reports which documented failures the tests of a run met.
 * @example reporters: ["default", ["auth0-msw/jest/reporter", { threshold: 100 }]]
 */
export default class FailureCoverageReporter {
  readonly #config: GlobalConfig;
  readonly #settings: CoverageSettings;
  readonly #folder: string;
  /** The records of each test file. Watch mode reruns only a few files, but the report covers all of them. */
  readonly #files = new Map<string, readonly TestRecord[]>();
  #isBelow = false;

  /** Jest passes its configuration first. Throws on an unknown or invalid option. */
  constructor(config: GlobalConfig, options: CoverageOptions = {}) {
    this.#config = config;
    this.#settings = readOptions(options);
    this.#folder = collectRecords();
  }

  async onRunComplete(_contexts: unknown, results: RunResults): Promise<void> {
    const { rootDir } = this.#config;
    for (const { testFilePath } of results.testResults) this.#files.delete(testFilePath);
    for (const record of takeRecords(this.#folder)) {
      this.#files.set(record.file, [...(this.#files.get(record.file) ?? []), record]);
    }
    const run = {
      ...finishedTests([...this.#files.values()].flat(), rootDir, results.numPassedTests),
      partial: whyPartial(this.#config, results),
      hint: "Call setupAuth0() from auth0-msw/jest in a file of setupFilesAfterEnv.",
      folder: rootDir,
      // Like Jest's own reporters: `--json` writes to the standard output.
      print: (text: string) => process.stderr.write(`\n${text}`),
    };
    this.#isBelow = !(await reportRun(run, this.#settings));
  }

  /** Makes the run fail. */
  getLastError(): Error | undefined {
    return this.#isBelow ? new Error("The threshold of the Auth0 failure coverage is not met.") : undefined;
  }
}

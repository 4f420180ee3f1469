import { type CoverageOptions, readOptions } from "../coverage/options.ts";
import { reportRun } from "../coverage/report-run.ts";
import { collectRecords, finishedTests, takeRecords } from "../runner/run-records.ts";

export type { CoverageOptions } from "../coverage/options.ts";
export type { CoverageReport, EndpointCoverage, Include, ScenarioCoverage } from "../coverage/report.ts";

/** What the reporter reads of an event of Node's test runner. */
interface TestEvent {
  readonly type: string;
  readonly data: object;
}

/** A reporter for `--test-reporter`. */
export type Reporter = (events: AsyncIterable<TestEvent>) => AsyncGenerator<string, void>;

// As early as this: test processes get the variables of the moment in which they start.
const folder = collectRecords();

/**
 * A reporter with options, for the default export of your own file.
 * Throws on an unknown or invalid option.
 * @example export default failureCoverage({ threshold: 100 });
 */
export function failureCoverage(options: CoverageOptions = {}): Reporter {
  const settings = readOptions(options);
  return async function* report(events) {
    let passed = 0;
    for await (const { type, data } of events) {
      const { details, skip } = data as { readonly details?: { readonly type?: string }; readonly skip?: unknown };
      if (type === "test:pass" && details?.type !== "suite" && skip === undefined) passed += 1;
    }
    const printed: string[] = [];
    const run = {
      ...finishedTests(takeRecords(folder), process.cwd(), passed),
      partial: whyPartial(process.execArgv),
      hint: "Call setupAuth0() from auth0-msw/node-test in a file that node --import loads.",
      folder: process.cwd(),
      print: (text: string) => printed.push(text),
    };
    if (!(await reportRun(run, settings))) process.exitCode = 1;
    yield `\n${printed.join("\n")}`;
  };
}

/** Reports which documented failures the tests of a run met. */
const reporter: Reporter = failureCoverage();
// oxlint-disable-next-line import/no-default-export -- Node loads a reporter from its default export.
export default reporter;

const partial: readonly (readonly [option: RegExp, why: string])[] = [
  [/^--watch/, "this is watch mode"],
  [/^--test-shard/, "this is a shard"],
  [/^--test-(name|skip)-pattern/, "only tests with some names ran"],
  [/^--test-only$/, "only tests with the option only ran"],
];

/** Why a run is partial, as a clause for a sentence. Undefined for a whole run. */
function whyPartial(args: readonly string[]): string | undefined {
  return partial.find(([option]) => args.some((arg) => option.test(arg)))?.[1];
}

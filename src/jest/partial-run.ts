/** What the reporter reads of Jest's configuration. Jest 29 and 30 name the patterns of paths differently. */
export interface GlobalConfig {
  readonly rootDir: string;
  readonly watch?: boolean;
  readonly watchAll?: boolean;
  readonly shard?: { readonly shardIndex: number; readonly shardCount: number };
  readonly testNamePattern?: string;
  readonly testPathPattern?: string;
  readonly testPathPatterns?: { readonly patterns: readonly string[] };
  readonly runTestsByPath?: boolean;
  readonly onlyChanged?: boolean;
  readonly onlyFailures?: boolean;
  readonly findRelatedTests?: boolean;
  readonly projects?: readonly string[];
  /** The names after `--selectProjects`. */
  readonly selectProjects?: readonly string[];
}

/** What the reporter reads of Jest's results. */
export interface RunResults {
  readonly numPassedTests: number;
  readonly numTotalTestSuites: number;
  readonly wasInterrupted?: boolean;
  readonly testResults: readonly { readonly testFilePath: string }[];
}

/** Why a run is partial, as a clause for a sentence. Undefined for a whole run. */
export function whyPartial(config: GlobalConfig, results: RunResults): string | undefined {
  const { testPathPattern = "", testPathPatterns, shard, testNamePattern } = config;
  const paths = testPathPatterns?.patterns ?? (testPathPattern === "" ? [] : [testPathPattern]);
  if (results.wasInterrupted || results.testResults.length < results.numTotalTestSuites) return "the run was cut short";
  if (config.watch || config.watchAll) return "this is watch mode";
  if (shard) return `this is shard ${shard.shardIndex} of ${shard.shardCount}`;
  if (testNamePattern) return `only tests named like /${testNamePattern}/ ran`;
  if (config.onlyChanged) return "only tests of changed files ran";
  if (config.onlyFailures) return "only tests that failed before ran";
  if (config.findRelatedTests) return "only tests of related files ran";
  if (paths.length > 0) return `only test files like ${paths.join(", ")} ran`;
  return undefined;
}

import { globSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { join, relative } from "node:path";
import { parseArgs } from "node:util";
import { Stryker } from "@stryker-mutator/core";
import { explained } from "./mutation/explained.ts";

// Mutation tests: which changes to the code make no test fail? Run npm run mutation, or
// npm run mutation -- 'src/live/*.ts' src/engine/response.ts:20-40
const { values, positionals } = parseArgs({
  options: {
    /** The command fails below this score. */
    threshold: { type: "string", default: "90" },
    /** The file for the list of survivors, which is also printed. */
    report: { type: "string", default: "node_modules/.cache/mutation/report.txt" },
    /** Reuses the results of the last run for code and tests that have not changed. */
    incremental: { type: "boolean", default: false },
    jobs: { type: "string", default: String(availableParallelism()) },
  },
  allowPositionals: true,
});

const cache = "node_modules/.cache/mutation";

/** The catalog, the engine and the live tenant. */
const everything = ["scenarios/**/*.ts", "src/*.ts", "src/{catalog,engine,live}/**/*.ts"];
const files = (positionals.length > 0 ? positionals : everything).flatMap(filesOf);

mkdirSync(cache, { recursive: true });
const startTime = performance.now();
const results = await new Stryker({
  testRunner: "vitest",
  vitest: { configFile: "scripts/mutation/vitest.config.ts", related: false },
  coverageAnalysis: "perTest",
  mutate: files,
  plugins: [import.meta.resolve("@stryker-mutator/vitest-runner"), "./scripts/mutation/stryker-plugin.ts"],
  ignorers: ["prose"],
  concurrency: Number(values.jobs),
  incremental: values.incremental,
  incrementalFile: `${cache}/incremental.json`,
  reporters: ["json", "progress-append-only"],
  jsonReporter: { fileName: `${cache}/mutation.json` },
  // A mutant may make a request wait forever. The limit is long enough for a busy machine.
  timeoutMS: 20_000,
  warnings: { slow: false, unknownOptions: true, preprocessorErrors: true, unserializableOptions: true },
  // Folders that these tests do not need.
  ignorePatterns: [
    "/dist",
    "/docs",
    "/stories",
    "/bench",
    "/.storybook",
    "/storybook-static",
    "/coverage",
    "/tests/runners",
  ],
  tempDirName: join(tmpdir(), "auth0-msw-mutation"),
  // Stryker would read it with a compiler API that TypeScript 7 does not have.
  tsconfigFile: "none",
}).runMutationTest();

interface Survivor {
  readonly place: string;
  readonly before: string;
  readonly after: string;
  readonly why: string | undefined;
}

const sources = new Map<string, readonly string[]>();
const survivors = results
  .filter(({ status }) => status === "Survived" || status === "NoCoverage")
  .map(({ fileName, location: { start, end }, replacement }): Survivor => {
    const file = relative(".", fileName).replaceAll("\\", "/");
    const lines = sources.get(file) ?? readFileSync(file, "utf8").split("\n");
    sources.set(file, lines);
    // Lines and columns count from 1.
    const part = lines.slice(start.line - 1, end.line);
    const before = oneLine(
      part
        .map((line, index) => (index === part.length - 1 ? line.slice(0, end.column - 1) : line))
        .map((line, index) => (index === 0 ? line.slice(start.column - 1) : line))
        .join("\n"),
    );
    const after = oneLine(replacement);
    const found = explained.find((one) => one.file === file && one.before === before && one.after === after);
    return { place: `${file}:${start.line}`, before, after, why: found?.why };
  })
  .toSorted((one, other) => one.place.localeCompare(other.place, "en", { numeric: true }));

const counts = Object.groupBy(results, ({ status }) => status);
const count = (status: keyof typeof counts): number => counts[status]?.length ?? 0;
// An error means that a module could not be loaded, so that no test passed.
const killed = count("Killed") + count("Timeout") + count("RuntimeError") + count("CompileError");
const open = survivors.filter(({ why }) => why === undefined);
const score = (100 * killed) / Math.max(1, killed + open.length);
const minutes = ((performance.now() - startTime) / 60_000).toFixed(1);

const byFile = Object.entries(Object.groupBy(open, ({ place }) => place.replace(/:\d+$/, "")));
const report = [
  ...open.map(({ place, before, after }) => `${place}  ${before} → ${after}`),
  "",
  ...byFile.map(([file, list = []]) => `${String(list.length).padStart(4)}  ${file}`),
  "",
  `${killed} of ${killed + survivors.length} mutants of ${files.length} files killed in ${minutes} minutes, ` +
    `${survivors.length - open.length} explained, ${open.length} open: ${score.toFixed(1)} %`,
].join("\n");
writeFileSync(values.report, report);
console.log(report);

const stale = explained.filter(
  ({ file, before, after }) =>
    files.includes(file) &&
    !survivors.some((one) => one.place.startsWith(`${file}:`) && one.before === before && one.after === after),
);
for (const { file, before } of stale)
  console.error(`${file}: the explained mutant of ${before} is gone. Remove the entry.`);
if (score < Number(values.threshold)) {
  console.error(`The score is below ${values.threshold} %. Test the survivors above, or explain them.`);
  process.exitCode = 1;
}

/** The files of a pattern, or one file with a range of lines. */
function filesOf(pattern: string): string[] {
  const [glob = "", lines] = pattern.split(/:(?=[\d:-]+$)/);
  const found = globSync(glob)
    .map((file) => file.replaceAll("\\", "/"))
    .filter((file) => !/\.test(-d)?\.ts$/.test(file));
  if (found.length === 0 && positionals.length > 0) {
    throw new TypeError(`No files match "${pattern}". Give a path from the root, or a pattern in quotes.`);
  }
  return found.map((file) => (lines === undefined ? file : `${file}:${lines}`));
}

function oneLine(text: string): string {
  const line = text.replaceAll(/\s+/g, " ").trim();
  return line.length > 120 ? `${line.slice(0, 119)}…` : line;
}

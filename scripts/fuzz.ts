import { parseArgs } from "node:util";
import * as fc from "fast-check";
import { everyAnswerIsInTheCatalog } from "../tests/fuzz/answers.ts";
import { switchboardIsItsModel } from "../tests/fuzz/switchboard.ts";

// Runs many more cases than the tests do:
// npm run fuzz -- --runs 100000 --seed 1, or FUZZ_RUNS and FUZZ_SEED. A failure prints the command to run its case again.
const { values } = parseArgs({
  options: {
    runs: { type: "string", default: process.env["FUZZ_RUNS"] ?? "100000" },
    seed: { type: "string", default: process.env["FUZZ_SEED"] ?? String(Date.now() % 2 ** 31) },
    path: { type: "string" },
    only: { type: "string" },
  },
});
const runs = Number(values.runs);
const seed = Number(values.seed);
if (!Number.isInteger(runs) || runs < 1)
  throw new TypeError(`Invalid --runs ${values.runs}. Give a whole number from 1 up.`);
if (!Number.isInteger(seed)) throw new TypeError(`Invalid --seed ${values.seed}. Give a whole number.`);

const properties = {
  answers: { property: everyAnswerIsInTheCatalog, numRuns: runs },
  // One case is a few dozen commands.
  switchboard: { property: switchboardIsItsModel, numRuns: Math.ceil(runs / 20) },
};

for (const [name, { property, numRuns }] of Object.entries(properties)) {
  if (values.only !== undefined && values.only !== name) continue;
  const start = performance.now();
  const details = await fc.check(property as fc.IAsyncProperty<unknown>, {
    numRuns,
    seed,
    ...(values.path !== undefined && { path: values.path }),
  });
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  if (details.failed) {
    console.error(`${name}: failed after ${details.numRuns} of ${numRuns} cases and ${seconds} s.`);
    console.error(await fc.asyncDefaultReportMessage(details));
    console.error(details.errorInstance);
    console.error(
      `Run again: npm run fuzz -- --only ${name} --runs ${runs} --seed ${seed} --path ${details.counterexamplePath?.split(":", 1)[0]}`,
    );
    process.exitCode = 1;
  } else {
    console.log(`${name}: ${numRuns} cases in ${seconds} s, seed ${seed}.`);
  }
}

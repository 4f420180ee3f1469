import * as fc from "fast-check";
import { test } from "vitest";
import { everyAnswerIsInTheCatalog } from "./answers.ts";
import { switchboardIsItsModel } from "./switchboard.ts";

// The first cases of `npm run fuzz -- --seed 1`.
const seed = 1;

test("whatever is switched on, known and sent, the answer is one of the catalog's", async () => {
  await fc.assert(everyAnswerIsInTheCatalog, { seed, numRuns: 300 });
});

test("however it is switched, the switchboard does what its model does", async () => {
  await fc.assert(switchboardIsItsModel, { seed, numRuns: 60 });
});

import * as fc from "fast-check";
import { test } from "vitest";
import { everyAnswerIsInTheCatalog } from "./answers.ts";
import { switchboardIsItsModel } from "./switchboard.ts";

// The same cases as the first of `npm run fuzz -- --seed 1`.
const seed = 1;

test("every response is in the catalog, for any switches, tenant and requests", async () => {
  await fc.assert(everyAnswerIsInTheCatalog, { seed, numRuns: 300 });
});

test("the switchboard behaves like its model", async () => {
  await fc.assert(switchboardIsItsModel, { seed, numRuns: 60 });
});

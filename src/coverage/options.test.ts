import { expect, test } from "vitest";
import { readOptions } from "./options.ts";

test("accepts no options, and values at their limits", () => {
  expect(readOptions({})).toEqual({ include: "documented", counts: {}, threshold: {}, outputFiles: [] });
  expect(readOptions({ include: "all", threshold: 0, outputFile: "auth0.md" })).toEqual({
    include: "all",
    counts: {},
    threshold: { met: 0 },
    outputFiles: ["auth0.md"],
  });
  expect(readOptions({ threshold: 100, outputFile: ["a/b.json", "c.md"] }).outputFiles).toEqual(["a/b.json", "c.md"]);
});

test.each([
  [{ treshold: 100 }, 'Unknown coverage option "treshold". Did you mean "threshold"?'],
  [{ include: "everything" }, 'Invalid include "everything". Give "documented" or "all".'],
  [{ include: null }, 'Invalid include null. Give "documented" or "all".'],
  [{ endpoints: ["oauth/ro"] }, 'Unknown endpoint "oauth/ro" in endpoints. Did you mean "oauth-ro"?'],
  [{ endpoints: "oauth-ro" }, 'Invalid endpoints "oauth-ro". Give a list of names.'],
  [{ endpoints: [] }, "Nothing is left to count. Name an endpoint in `endpoints`, or exclude fewer failures."],
  [
    { exclude: ["oauth-ro/mising-device"] },
    'Unknown scenario "oauth-ro/mising-device" in exclude. Did you mean "oauth-ro/missing-device"?',
  ],
  [{ exclude: ["oauth-ro/live"] }, 'Unknown scenario "oauth-ro/live" in exclude.'],
  [{ exclude: [1] }, "Unknown scenario in exclude: got 1. Give a name."],
  [{ threshold: 100.5 }, "Invalid threshold 100.5. Give a percentage from 0 to 100."],
  [{ threshold: -1 }, "Invalid threshold -1. Give a percentage from 0 to 100."],
  [{ threshold: Number.NaN }, "Invalid threshold NaN. Give a percentage from 0 to 100."],
  [{ threshold: "90" }, 'Invalid threshold "90". Give a percentage from 0 to 100.'],
  [{ threshold: { met: 101 } }, "Invalid threshold.met 101. Give a percentage from 0 to 100."],
  [{ threshold: { silent: -1 } }, 'Invalid threshold "silent": -1. Give a whole number from 0 up.'],
  [{ threshold: { quiet: 1 } }, 'Unknown threshold "quiet".'],
  [{ threshold: { says: 1 } }, 'Unknown threshold "says".'],
  [{ outputFile: "auth0.xml" }, 'Invalid outputFile "auth0.xml". Give a file that ends in .json or .md.'],
  [{ outputFile: ["auth0.md", "json"] }, 'Invalid outputFile "json". Give a file that ends in .json or .md.'],
  [{ outputFile: true }, "Invalid outputFile true. Give a file that ends in .json or .md."],
])("rejects %o", (options, message) => {
  expect(() => readOptions(options as object)).toThrow(new TypeError(message));
});

test("accepts a threshold for each verdict", () => {
  const threshold = { met: 90, silent: 0, "not announced": 3, unseen: 1 };
  expect(readOptions({ threshold }).threshold).toEqual(threshold);
});

test("accepts endpoints, and failures that don't count", () => {
  const counts = { endpoints: ["oauth-ro"], exclude: ["oauth-ro/missing-device"] } as const;
  expect(readOptions(counts).counts).toEqual(counts);
});

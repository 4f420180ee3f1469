import { beforeEach } from "vitest";

// What the first request would load is loaded now: else only the test that sends it would be run for a mutant of a constant.
import.meta.glob(["../../src/live/**/*.ts", "!**/*.test.ts"], { eager: true });

/** What takes seconds, and would be run for nearly every mutant. */
const slow = new Set(["the newest thousand calls are kept", "whatever comes, the answer is one of the catalog's"]);

beforeEach(({ task, skip }) => {
  if (slow.has(task.name)) skip();
});

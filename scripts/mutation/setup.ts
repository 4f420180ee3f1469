import { beforeEach } from "vitest";

// Load the live tenant now. Otherwise only the test with the first request would run for a mutant of a constant.
import.meta.glob(["../../src/live/**/*.ts", "!**/*.test.ts"], { eager: true });

/** Tests that take seconds, and would run for nearly every mutant. */
const slow = new Set(["keeps the newest thousand calls", "every answer is in the catalog, for any body"]);

beforeEach(({ task, skip }) => {
  if (slow.has(task.name)) skip();
});

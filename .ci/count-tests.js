import { readFileSync } from "node:fs";

// Adds up Vitest's JSON reports. A missing report, or a file that failed outside its tests, counts as a failure.
let passed = 0;
let failed = 0;
for (const path of process.argv.slice(2)) {
  try {
    const { numPassedTests, numFailedTests, testResults } = JSON.parse(readFileSync(path, "utf8"));
    const broken = testResults.filter(
      ({ status, assertionResults }) =>
        status === "failed" && assertionResults.every((test) => test.status !== "failed"),
    );
    passed += numPassedTests;
    failed += numFailedTests + broken.length;
  } catch {
    failed += 1;
  }
}
console.log(`${passed} passed, ${failed} failed`);

import { readFileSync } from "node:fs";

// Adds up Vitest's JSON reports. A missing report, or a file that failed outside its tests, counts as a failure.
// A test that passed with errors has failed at its first try.
let passed = 0;
let failed = 0;
for (const path of process.argv.slice(2)) {
  try {
    const { numPassedTests, numFailedTests, testResults } = JSON.parse(readFileSync(path, "utf8"));
    const broken = testResults.filter(
      ({ status, assertionResults }) =>
        status === "failed" && assertionResults.every((test) => test.status !== "failed"),
    );
    for (const { name, assertionResults } of testResults) {
      for (const { status, fullName, failureMessages } of assertionResults) {
        if (status !== "passed" || failureMessages.length === 0) continue;
        console.log(`Passed at the second try: ${name} > ${fullName}\n${failureMessages[0]}\n`);
      }
    }
    passed += numPassedTests;
    failed += numFailedTests + broken.length;
  } catch {
    failed += 1;
  }
}
console.log(`${passed} passed, ${failed} failed`);

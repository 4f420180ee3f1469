/** Throws in Bun, whose test runner has no tests of Node's kind, and whose network MSW 3 does not intercept. */
export function refuseBun(entry: string): void {
  if (!("bun" in process.versions)) return;
  throw new Error(
    `${entry} does not run in Bun. Run the tests in Node, or use mockAuth0() with the setupServer() of msw@2: MSW 3 ` +
      "intercepts nothing in Bun.",
  );
}

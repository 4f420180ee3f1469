import { rmSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { mockAuth0 } from "auth0-msw";
import { expect, onTestFinished, test } from "vitest";
import { run } from "../helpers/run.ts";
import { newProject } from "../helpers/new-project.ts";

// jest.test.ts and node-test.test.ts test the other examples of these runners. tests/dom tests the Vitest ones.

const failures = mockAuth0().failures("oauth-ro");

test("node:test: the example with every failure passes", async () => {
  const { out } = await run(
    process.execPath,
    [
      "--conditions=auth0-msw-source",
      "--import",
      "./auth0-mock.mjs",
      "--test",
      "--test-reporter=tap",
      "every-failure.test.mjs",
    ],
    { cwd: fileURLToPath(new URL("../../examples/node-test", import.meta.url)) },
  );
  expect(out).toContain(`# pass ${failures.length}\n# fail 0\n`);
});

test("Jest: the example with every failure passes", async () => {
  const root = await newProject("jest", ["jest-fixed-jsdom"]);
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  const jest = fileURLToPath(import.meta.resolve("jest/bin/jest"));
  const { out } = await run(process.execPath, [jest, "--json", "every-failure.test.js"], {
    cwd: root,
    env: { NODE_OPTIONS: "--experimental-vm-modules" },
  });
  expect(JSON.parse(out)).toMatchObject({ numPassedTests: failures.length, numFailedTests: 0 });
});

import { rmSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, onTestFinished, test } from "vitest";
import { newProject } from "../helpers/new-project.ts";
import { run } from "../helpers/run.ts";

test("in jest-fixed-jsdom, FormData reads forms and can be sent", async () => {
  const root = await newProject("jest", ["jest-fixed-jsdom"]);
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  const jest = fileURLToPath(import.meta.resolve("jest/bin/jest"));
  const { out, err } = await run(process.execPath, [jest, "--json", "form-data.test.js"], {
    cwd: root,
    env: { NODE_OPTIONS: "--experimental-vm-modules" },
  });
  expect(JSON.parse(out), err).toMatchObject({ numPassedTests: 3, numFailedTests: 0 });
});

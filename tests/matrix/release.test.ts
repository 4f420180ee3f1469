import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { run } from "../helpers/run.ts";
import { npmSettings } from "./npm.ts";

const repository = fileURLToPath(new URL("../..", import.meta.url));

test("a dry run of the release passes", async () => {
  const { code, out, err } = await run("npm", ["run", "release:check"], { cwd: repository, env: npmSettings });
  expect(out, err).toMatch(/auth0-msw \d+\.\d+\.\d+: \d+ files, \d+ kB packed\nThe dry run has passed\./);
  expect(code).toBe(0);
});

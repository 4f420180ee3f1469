import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, onTestFinished, test } from "vitest";
import { run } from "../helpers/run.ts";
import { runsAll } from "../helpers/runs-all.ts";

const cwd = fileURLToPath(new URL("../..", import.meta.url));

interface Report {
  readonly numPassedTests: number;
  readonly testResults: readonly {
    readonly name: string;
    readonly assertionResults: readonly { readonly fullName: string; readonly status: string }[];
  }[];
}

/** Settings to reach the npm registry, with the certificates of a proxy. */
const env = Object.fromEntries(
  Object.entries(process.env).flatMap(([name, value]) =>
    value !== undefined && /^(npm_config_|NODE_EXTRA_CA_CERTS$)/.test(name) ? [[name, value]] : [],
  ),
);

// Only isolation depends on the version of Node: on its async contexts and its bundled Undici.
test("isolates sessions on Node 22, with MSW 2 and 3", async () => {
  const folder = mkdtempSync(join(tmpdir(), "auth0-msw-node-22-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const file = join(folder, "report.json");
  const projects = ["node", "matrix-node", "matrix-node-msw2"].map((name) => `--project=${name}`);
  const vitest = ["node_modules/vitest/vitest.mjs", "run", "--reporter=json", `--outputFile=${file}`, ...projects];
  const tests = ["tests/isolation", ...(runsAll ? ["tests/under-load"] : [])];
  await run("npx", ["--yes", "--package=node@22", "--", "node", ...vitest, ...tests], { cwd, env });
  const { numPassedTests, testResults } = JSON.parse(readFileSync(file, "utf8")) as Report;
  const failed = testResults.flatMap(({ name, assertionResults }) =>
    assertionResults.filter(({ status }) => status === "failed").map(({ fullName }) => `${name}: ${fullName}`),
  );
  expect(failed).toEqual([]);
  expect(numPassedTests).toBeGreaterThan(80);
});

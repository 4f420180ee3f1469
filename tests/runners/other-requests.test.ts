import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { newProject } from "../helpers/new-project.ts";
import { type Ran, run } from "../helpers/run.ts";

const repository = fileURLToPath(new URL("../..", import.meta.url));
const specs = join(repository, "tests/runners/other-requests");
const folder = mkdtempSync(join(tmpdir(), "auth0-msw-other-requests-"));

interface Report {
  readonly testResults: readonly {
    readonly assertionResults: readonly {
      readonly fullName: string;
      readonly status: string;
      readonly failureMessages: readonly string[];
    }[];
  }[];
}

let ran: Ran;
let failures: Readonly<Record<string, string>>;
beforeAll(async () => {
  const REPORT = join(folder, "report.json");
  const vitest = join(repository, "node_modules/vitest/vitest.mjs");
  ran = await run(process.execPath, [vitest, "run", "--root", specs], { cwd: specs, env: { REPORT, NO_COLOR: "1" } });
  const { testResults } = JSON.parse(readFileSync(REPORT, "utf8")) as Report;
  const results = testResults.flatMap(({ assertionResults }) => assertionResults);
  failures = Object.fromEntries(
    results.filter(({ status }) => status !== "passed").map((each) => [each.fullName, each.failureMessages.join("\n")]),
  );
});
afterAll(() => rmSync(folder, { recursive: true }));

test("all tests ran", () => {
  expect(ran.out).toContain("Tests  4 failed | 8 passed (12)");
});

test("otherRequests: error fails the tests that sent such a request, and no other", () => {
  expect(Object.keys(failures).toSorted()).toEqual([
    "asks for a token",
    "asks for a token, and resets",
    "at once 3",
    "does not run",
  ]);
  expect(failures["asks for a token"]).toContain(
    'POST https://demo.eu.auth0.com/oauth/token was refused in the test "asks for a token", by otherRequests: "error".',
  );
  expect(failures["at once 3"]).toContain('http.post("https://demo.eu.auth0.com/userinfo", () => HttpResponse.json({');
  expect(failures["at once 3"]).toContain('in the test "at once > 3"');
});

test("a warning names its own test, also among concurrent ones", () => {
  const warned = ran.err.split("\n").filter((line) => line.includes("goes to the real service"));
  const expected = [1, 2, 3]
    .map((n) => [`/path-${n}`, `at once > asks for path ${n}`])
    .concat([["/fake", "with fake timers"]]);
  expect(warned.toSorted()).toEqual(
    expected
      .map(
        ([path, name]) =>
          `[auth0-msw] POST http://127.0.0.1:1023${path} goes to the real service, from the test "${name}". ` +
          "The mock answers only /oauth/ro and /passwordless/start.",
      )
      .toSorted(),
  );
});

test("a server that does not listen fails the test before it starts", () => {
  expect(failures["does not run"]).toContain(
    "Is your server listening? Call server.listen() in a hook before all tests",
  );
});

const options = '{ domain: "demo.eu.auth0.com", otherRequests: "error" }';
const tests = ["/oauth/ro", "/oauth/token", "/passwordless/start"].map(
  (path) => `test("asks for ${path}", () => fetch("https://demo.eu.auth0.com${path}").then(() => {}, () => {}));`,
);

/** Runs three tests, of which the second asks for a token. Returns their lines in the report. */
async function runIn(
  runner: "jest" | "node-test",
  packages: readonly string[],
  extension: string,
  args: readonly string[],
): Promise<string[]> {
  const root = await newProject(runner, packages);
  try {
    const setUp = `import { setupAuth0 } from "auth0-msw/${runner}"; setupAuth0(${options});`;
    writeFileSync(join(root, `auth0-mock.${extension}`), setUp);
    const importTest = runner === "node-test" ? 'import { test } from "node:test";' : "";
    writeFileSync(join(root, `asks.test.${extension}`), [importTest, ...tests].join("\n"));
    const env = { NODE_OPTIONS: runner === "jest" ? "--experimental-vm-modules" : "" };
    const { out, err } = await run(process.execPath, [...args, `asks.test.${extension}`], { cwd: root, env });
    expect(out + err).toContain('was refused in the test "asks for /oauth/token", by otherRequests: "error".');
    const lines = (out + err).split("\n").filter((line) => /^\s*[✔✓✖✕] asks for/.test(line));
    return [...new Set(lines.map((line) => line.trim().replace(/ \([\d.]+ ?ms\)$/, "")))];
  } finally {
    rmSync(root, { recursive: true });
  }
}

test("node:test fails the test that sent such a request, and no other", async () => {
  expect(await runIn("node-test", [], "mjs", ["--import", "./auth0-mock.mjs", "--test"])).toEqual([
    "✔ asks for /oauth/ro",
    "✖ asks for /oauth/token",
    "✔ asks for /passwordless/start",
  ]);
});

test("Jest fails the test that sent such a request, and no other", async () => {
  const jest = fileURLToPath(import.meta.resolve("jest/bin/jest"));
  expect(await runIn("jest", ["auth0-js", "jest-fixed-jsdom"], "js", [jest])).toEqual([
    "✓ asks for /oauth/ro",
    "✕ asks for /oauth/token",
    "✓ asks for /passwordless/start",
  ]);
});

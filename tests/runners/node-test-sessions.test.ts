import { cpSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { mockAuth0 } from "auth0-msw";
import { afterAll, beforeAll, expect, onTestFinished, test, vi } from "vitest";
import type { CoverageReport } from "auth0-msw/node-test/reporter";
import { tablesIn } from "../helpers/coverage-table.ts";
import { newProject } from "../helpers/new-project.ts";
import { run } from "../helpers/run.ts";

vi.setConfig({ testTimeout: 320_000, hookTimeout: 320_000 });

let root: string;
beforeAll(async () => {
  root = await newProject("node-test", ["jsdom"]);
  cpSync(fileURLToPath(new URL("node-test-sessions", import.meta.url)), root, { recursive: true });
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

const ids = mockAuth0()
  .failures("oauth-ro")
  .filter(({ evidence }) => evidence === "documented")
  .map(({ id }) => id);

/** Settings to reach the npm registry, with the certificates of a proxy. */
const registry = Object.fromEntries(
  Object.entries(process.env).filter(([name]) => /^(npm_config_|NODE_EXTRA_CA_CERTS$)/.test(name)),
) as Record<string, string>;

/** The versions whose test runners differ most. */
const versions: readonly [string, string?][] = [["this Node"], ["Node 20", "20"], ["Node 22", "22"], ["Node 24", "24"]];

test.each(versions)(
  "each test has its own session, and the report counts those that passed: %s",
  async (_, version) => {
    const msw = version === "20" ? "msw2" : "msw";
    const project = await newProject("node-test", msw === "msw" ? [] : ["msw2"]);
    onTestFinished(() => rmSync(project, { recursive: true, force: true }));
    cpSync(join(root, "sessions.test.mjs"), join(project, "sessions.test.mjs"));
    if (msw === "msw2") {
      rmSync(join(project, "node_modules/msw"));
      cpSync(join(project, "node_modules/msw2"), join(project, "node_modules/msw"), { recursive: true });
    }
    const args = [...reporters("./coverage.mjs"), "--import", "./auth0-mock.mjs", "--test", "sessions.test.mjs"];
    const command =
      version === undefined ? [process.execPath] : ["npx", "--yes", `--package=node@${version}`, "--", "node"];
    const { code, out } = await run(command[0] ?? "", [...command.slice(1), ...args], { cwd: project, env: registry });
    expect(code, out).toBe(1);
    expect(out.match(/^# fail (\d+)$/m)?.[1], out).toBe("1");
    const [table] = tablesIn(out);
    expect(Object.keys(table?.met ?? {}).toSorted()).toEqual(ids.toSorted());
    expect(table?.met["oauth-ro/user-blocked"]).toBe(2);
    expect(table?.verdict).toBe("✓ The threshold of 5% is met.");
    const report = JSON.parse(readFileSync(join(project, "auth0-coverage.json"), "utf8")) as CoverageReport;
    expect(report.percentage).toBe(table?.percentage);
  },
);

test("a threshold that is not met fails the run, unless the run is partial", async () => {
  const args = [...reporters("./strict.mjs"), "--import", "./auth0-mock.mjs", "--test"];
  const whole = await run(process.execPath, [...args, "blocked-user.test.mjs"], { cwd: root });
  expect(tablesIn(whole.out).map(({ verdict }) => verdict)).toEqual([
    "ERROR: Auth0 failure coverage of 3.1% is below the threshold of 100%.",
  ]);
  expect(whole.code, whole.out).toBe(1);
  const partial = ["--test-name-pattern=rejects", ...args, "blocked-user.test.mjs"];
  const { code, out } = await run(process.execPath, partial, { cwd: root });
  expect(tablesIn(out).map(({ verdict }) => verdict)).toEqual([
    "The threshold of 100% was not applied: only tests with some names ran.",
  ]);
  expect(code, out).toBe(0);
});

test("in one process, the tests of all files are counted", async () => {
  const args = [
    ...reporters("auth0-msw/node-test/reporter"),
    "--import",
    "./auth0-mock.mjs",
    "--test",
    "--test-isolation=none",
  ];
  const { code, out } = await run(process.execPath, [...args, "blocked-user.test.mjs", "every-failure.test.mjs"], {
    cwd: root,
  });
  expect(code, out).toBe(0);
  expect(tablesIn(out)[0]?.met["oauth-ro/user-blocked"]).toBe(2);
});

test("your own server may start in before(), and a test says when it does not", async () => {
  const args = ["--test-reporter=tap", "--test", "own-server.test.mjs"];
  const listening = await run(process.execPath, args, { cwd: root, env: { LISTENS: "1" } });
  expect(listening.code, listening.out).toBe(0);
  const { code, out } = await run(process.execPath, args, { cwd: root });
  expect(code).toBe(1);
  expect(out).toContain("Is your server listening? Call server.listen() in a hook before all tests");
});

test("screen: true says what the page showed, in the test and in the report", async () => {
  const { code, out } = await run(process.execPath, [...reporters("./screens.mjs"), "--test", "screen.test.mjs"], {
    cwd: root,
  });
  expect(out).toMatch(/^# pass 2$/m);
  expect(code).toBe(1);
  const { endpoints } = JSON.parse(readFileSync(join(root, "screens.json"), "utf8")) as CoverageReport;
  const screens = endpoints.flatMap(({ scenarios }) => scenarios.flatMap(({ screen }) => screen ?? []));
  expect(screens.map(({ verdict, sentence, where }) => [verdict, sentence, where])).toEqual([
    ["says", "Ask your administrator.", "screen.test.mjs > says"],
    ["silent", "", "screen.test.mjs > is silent"],
    ["silent", "", "screen.test.mjs > fails, and is silent"],
  ]);
});

test("without setupAuth0(), the reporter says what is missing", async () => {
  const args = [...reporters("auth0-msw/node-test/reporter"), "--test", "bare.test.mjs"];
  const { out } = await run(process.execPath, args, { cwd: root });
  expect(out).toContain("No call was recorded in a passing test. Call setupAuth0() from auth0-msw/node-test");
});

function reporters(own: string): string[] {
  const names = ["tap", own];
  return names.flatMap((name) => [`--test-reporter=${name}`, "--test-reporter-destination=stdout"]);
}

import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo, Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Ran, run, start } from "../helpers/run.ts";
import type { Outcome, Reported } from "./vitest/report.ts";
import { vitestPackage } from "./vitest-package.ts";

const repository = fileURLToPath(new URL("../..", import.meta.url));
const specs = join(repository, "tests/runners/vitest");
const reports = mkdtempSync(join(tmpdir(), "auth0-msw-vitest-"));

/** The server for requests that are not to be mocked. */
const otherServer = createServer((_request, response) => {
  response.setHeader("access-control-allow-origin", "*");
  response.end("from the real server");
});

type Version = 3 | 4 | 5;

async function command(version: Version, config: string, ...more: string[]): Promise<string[]> {
  const runner = join(await vitestPackage(version), "vitest.mjs");
  return [runner, "run", "--root", specs, "--config", `${config}.config.ts`, ...more];
}

function options(name: string): { cwd: string; env: { LOOPBACK: string; REPORT: string }; timeout: number } {
  const LOOPBACK = `http://127.0.0.1:${(otherServer.address() as AddressInfo).port}/`;
  return { cwd: specs, env: { LOOPBACK, REPORT: reportOf(name) }, timeout: 400_000 };
}

const reportOf = (name: string) => join(reports, `${name}.json`);

interface Finished extends Ran, Reported {}

async function vitest(version: Version, config: string, ...projects: string[]): Promise<Finished> {
  const name = `${version}-${config}`;
  const args = projects.flatMap((project) => ["--project", project]);
  const ran = await run(process.execPath, await command(version, config, ...args), options(name));
  return { ...ran, ...(JSON.parse(readFileSync(reportOf(name), "utf8")) as Reported) };
}

const runs: Partial<Record<string, Finished>> = {};

beforeAll(async () => {
  await once(otherServer.listen(0, "127.0.0.1"), "listening");
  const older = ["node", "own-server", "two-mocks", "copies"];
  const all = await Promise.all([
    vitest(5, "vitest"),
    vitest(5, "browser"),
    vitest(4, "vitest", ...older),
    vitest(3, "vitest", ...older),
  ]);
  Object.assign(runs, { 5: all[0], "5 in a browser": all[1], 4: all[2], 3: all[3] });
}, 420_000);

afterAll(() => {
  otherServer.close();
  otherServer.closeAllConnections();
  rmSync(reports, { recursive: true });
});

function outcomesIn(vitestRun: string, project: string): readonly Outcome[] {
  return runs[vitestRun]?.outcomes.filter((outcome) => outcome.project.split(" (")[0] === project) ?? [];
}

const served = (...ids: string[]) => ({ v: 1, served: ids.map((name) => `oauth-ro/${name}`) });

describe.each([
  ["5", "node"],
  ["5", "node on MSW 2"],
  ["5", "jsdom"],
  ["5", "happy-dom"],
  ["5 in a browser", "chromium"],
  ["4", "node"],
  ["3", "node"],
])("Vitest %s, %s", (version, project) => {
  const outcomes = () => outcomesIn(version, project);
  const find = (name: string) => outcomes().find((outcome) => outcome.name === name);
  const runsSerially = project === "chromium" || version < "5";

  test.each([
    "works with a one-line set-up",
    "the next test has a fresh session",
    "mocks a client that stored fetch at import",
    "passes other requests through",
    "reset() aborts a pending request",
    "hooks > beforeEach shares the session of its test",
    "hooks > afterEach shares the session of its test",
    "beforeAll > is the starting point of the first test",
    "beforeAll > is the starting point of the second test",
    "automatic fixtures > switch the scenario for their test",
    "automatic fixtures > see the calls of their test, in set-up and teardown",
    "automatic fixtures > do not affect the next test",
    "automatic fixtures > work together with fixtures that are set up on use",
    "automatic fixtures > fixtures that are set up on use see the calls of their test",
    "automatic fixtures > saw the calls of their test in concurrent tests",
    "fixtures with file or worker scope > are set up before the first test that needs them",
    "fixtures with file or worker scope > stay in effect for the tests after it",
    ...[1, 2, 3, 4].map((n) => `fixtures with file or worker scope > in concurrent tests > apply to each: ${n}`),
    "code around a test > runs in its session, up to the last callback",
    "code around a test > ran in its session, up to the last callback",
    "code around a test > after a failed test > beforeAll runs outside of test sessions",
    "runs cleanly after a time-out",
    "runs cleanly after a pending request",
  ])("%s", (name) => {
    expect(find(name)).toMatchObject({ state: "passed", errors: [] });
  });

  test("concurrent tests with five requests each get only their own responses", () => {
    const atOnce = outcomes().filter(({ name }) => name.startsWith("concurrent > "));
    expect(atOnce).toHaveLength((project === "chromium" ? 20 : 200) + 12);
    expect(atOnce.filter(({ state }) => state !== "passed")).toEqual([]);
  });

  test("automatic fixtures run again with each retry", () => {
    const message = (runCount: number) => expect.stringContaining(`expected ${runCount} to be 3`) as string;
    expect(find("automatic fixtures > run again > with each retry")).toMatchObject({
      state: "passed",
      errors: [{ message: message(1) }, { message: message(2) }],
    });
  });

  test("concurrent tests with automatic fixtures get only their own responses", () => {
    const atOnce = outcomes().filter(({ name }) => name.startsWith("automatic fixtures > in concurrent tests > "));
    expect(atOnce).toHaveLength(40);
    expect(atOnce.filter(({ state }) => state !== "passed")).toEqual([]);
  });

  test("concurrent tests run at once, or serially when sessions cannot be isolated", () => {
    const count = find("reports how many ran at once")?.meta.count;
    if (runsSerially) expect(count).toBe(1);
    else expect(count).toBeGreaterThan(1);
  });

  test.each([
    ["serves two scenarios", served("user-blocked", "access-denied")],
    ["serves nothing", undefined],
    // Without the scenarios of the failed run.
    ["passes on retry", served("access-denied")],
    ["is repeated", served("user-blocked", "access-denied")],
    ["is expected to fail, and does", served("password-leaked")],
    ["ends with a pending request", served("no-response")],
  ])("a test that %s records the scenarios that it was served", (name, meta) => {
    expect(find(name)).toMatchObject({ state: "passed" });
    expect(find(name)?.meta.auth0).toEqual(meta);
  });

  test.each([
    ["is expected to fail, and does not", "Expect test to fail"],
    ["fails", "expected 401 to be 200"],
    ["times out with a pending request", "Test timed out in 250ms."],
  ])("a test that %s records nothing", (name, message) => {
    expect(find(name)).toMatchObject({
      state: "failed",
      errors: [{ message: expect.stringContaining(message) as string }],
      meta: {},
    });
    expect(find(name)?.meta.auth0).toBeUndefined();
  });

  const unknown = 'Unknown scenario "oauth-ro/user-bloked". Did you mean "oauth-ro/user-blocked"?';

  test.each([
    ["use", unknown],
    ["once after a response", unknown],
    ["toHaveAnswered", unknown],
    ["not.toHaveAnswered", unknown],
    [
      "toHaveAnswered with a live id",
      '"oauth-ro/live" is not a scenario: the tenant answers it. Use the id of the scenario that you expect.',
    ],
    ["toHaveAnswered on a value that is not a mock", "Expected the object that mockAuth0() returns."],
    [
      "toHaveAnswered without calls",
      'Expected a call to be answered with "oauth-ro/user-blocked". ' +
        "Nothing was called. Check that the request is sent and that the handlers are registered.",
    ],
    [
      "toHaveAnswered after other calls",
      'Expected a call to be answered with "oauth-ro/user-blocked". ' +
        "Called so far: oauth-ro (oauth-ro/access-denied: use).",
    ],
    [
      "not.toHaveAnswered after matching calls",
      'Expected no call to be answered with "oauth-ro/access-denied", but 2 were.',
    ],
  ])("%s: the error points at the line of the test", (name, message) => {
    const at = `mistakes.spec.ts:${lineOfMistake(name)}`;
    expect(find(name)).toMatchObject({ state: "failed", errors: [{ message, at }] });
  });

  test
    .runIf(version >= "5")
    .each([
      "aroundEach > in user code > runs in the session of its test",
      "aroundEach > tears fixtures down in the session of its test",
      "aroundEach > ends before afterAll runs",
    ])("%s", (name) => {
    expect(find(name)).toMatchObject({ state: "passed", errors: [] });
  });

  test("no other test fails", () => {
    const failed = outcomes().filter(({ state }) => state === "failed");
    expect(failed).toHaveLength(project === "chromium" ? 12 : 13);
    const skipped = version >= "5" ? 0 : 3;
    expect(outcomes().filter(({ state }) => state === "passed")).toHaveLength(
      outcomes().length - failed.length - skipped,
    );
  });
});

const mistakes = readFileSync(join(specs, "mistakes.spec.ts"), "utf8").split("\n");

/** The line of the mistake that a test makes, counted from 1. */
function lineOfMistake(name: string): number {
  const begin = mistakes.findIndex((line) => line.startsWith(`test("${name}"`));
  return 1 + mistakes.findIndex((line, n) => n > begin && /toHaveAnswered\(|user-bloked/.test(line));
}

test.each([
  ["5", "own-server", 54],
  ["4", "own-server", 54],
  ["3", "own-server", 54],
  ["5 in a browser", "own-worker", 3],
  ["5", "two-mocks", 4],
  ["4", "two-mocks", 4],
  ["3", "two-mocks", 4],
  ["5", "copies", 10],
  ["4", "copies", 10],
  ["3", "copies", 10],
  ["5 in a browser", "uncontrolled", 1],
])("Vitest %s, %s: all pass", (version, project, count) => {
  const outcomes = outcomesIn(version, project);
  expect(outcomes).toHaveLength(count);
  expect(outcomes.filter(({ state }) => state !== "passed")).toEqual([]);
});

test.each([
  ["5", "node"],
  ["5", "node on MSW 2"],
  ["5", "jsdom"],
  ["5", "happy-dom"],
  ["4", "node"],
  ["3", "node"],
])("Vitest %s, %s: an isolate() that throws fails only its test", (version, project) => {
  expect(outcomesIn(version, project).filter(({ name }) => name.includes("isolate() "))).toMatchObject([
    { state: "passed", meta: { auth0: served("access-denied", "user-blocked") } },
    { state: "failed", errors: [{ message: "thrown in isolate()" }] },
    { name: "runs cleanly after isolate() that throws", state: "passed" },
  ]);
});

test.each(["5", "5 in a browser"])("Vitest %s, without isolation: files share only the process", (version) => {
  const outcomes = outcomesIn(version, "no-isolate");
  expect(outcomes.map(({ state, meta }) => [state, meta.count]).toSorted()).toEqual([
    ["passed", 1],
    ["passed", 2],
    ["passed", 3],
  ]);
});

test("reports a missing worker script once, with the fix, and no unexpected errors outside of tests", () => {
  const missing =
    /^Mocking failed: the worker script is missing, the server answers 404 for http:.*\/mockServiceWorker\.js\. Run "npx auth0-msw init", or "npx msw init" with your public folder\.$/;
  const broken = /This file cannot be loaded\.|Failed to import test file .*broken\.spec\.ts/;
  const strays = (version: string) => runs[version]?.strays.toSorted();
  expect(strays("5 in a browser")).toEqual([expect.stringMatching(broken), expect.stringMatching(missing)]);
  expect(strays("5")).toEqual([expect.stringMatching(broken)]);
  expect([strays("4"), strays("3")]).toEqual([[], []]);
});

test("every run exits by itself", () => {
  for (const finished of Object.values(runs)) {
    expect(finished?.code).toBe(1);
    expect(`${finished?.out}${finished?.err}`).not.toMatch(/hanging|timed out after|did not exit/i);
  }
});

// Not with Vitest 3: its worker reports an error to a parent that is gone, and then that failure, in an endless loop.
test("a run that is killed with a pending request exits, with its worker", async () => {
  const connected = once(otherServer, "connection");
  const { child, ended } = start(process.execPath, await command(5, "pending"), options("killed"));
  const [socket] = (await connected) as [Socket];
  child.kill("SIGTERM");
  // Without once(), which rejects when the connection is reset.
  await Promise.all([ended, new Promise((resolve) => socket.on("close", resolve))]);
}, 420_000);

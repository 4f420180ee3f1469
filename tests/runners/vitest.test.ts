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

const repository = fileURLToPath(new URL("../..", import.meta.url));
const specs = join(repository, "tests/runners/vitest");
const reports = mkdtempSync(join(tmpdir(), "auth0-msw-vitest-"));

/** Where requests go that are no business of ours. */
const elsewhere = createServer((_request, response) => {
  response.setHeader("access-control-allow-origin", "*");
  response.end("from the real server");
});

type Version = 3 | 4 | 5;

function command(version: Version, config: string, ...more: string[]): string[] {
  const folder = version === 5 ? "." : `tests/runners/vitest-${version}`;
  const runner = join(repository, folder, "node_modules/vitest/vitest.mjs");
  return [runner, "run", "--root", specs, "--config", `${config}.config.ts`, ...more];
}

function options(name: string): { cwd: string; env: { LOOPBACK: string; REPORT: string }; timeout: number } {
  const LOOPBACK = `http://127.0.0.1:${(elsewhere.address() as AddressInfo).port}/`;
  return { cwd: specs, env: { LOOPBACK, REPORT: reportOf(name) }, timeout: 400_000 };
}

const reportOf = (name: string) => join(reports, `${name}.json`);

interface Finished extends Ran, Reported {}

async function vitest(version: Version, config: string, ...projects: string[]): Promise<Finished> {
  const name = `${version}-${config}`;
  const args = projects.flatMap((project) => ["--project", project]);
  const ran = await run(process.execPath, command(version, config, ...args), options(name));
  return { ...ran, ...(JSON.parse(readFileSync(reportOf(name), "utf8")) as Reported) };
}

const runs: Partial<Record<string, Finished>> = {};

beforeAll(async () => {
  await once(elsewhere.listen(0, "127.0.0.1"), "listening");
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
  elsewhere.close();
  elsewhere.closeAllConnections();
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
  const isInTurn = project === "chromium" || version < "5";

  test.each([
    "one line is all",
    "the next test begins anew",
    "a client that took fetch when it was imported is answered",
    "other requests are left alone",
    "a reset in the middle of a request ends it",
    "hooks > before a test share its session",
    "hooks > after a test share its session",
    "beforeAll > is where the first test begins",
    "beforeAll > is where the second test begins",
    "automatic fixtures > switch for their test",
    "automatic fixtures > see the calls of their test, while they are set up and torn down",
    "automatic fixtures > leave nothing to the next test",
    "automatic fixtures > hold beside others, which are set up when they are used",
    "automatic fixtures > those others see the calls of their test, too",
    "automatic fixtures > of tests at once saw the calls of their test",
    "fixtures of a file or a worker > are set up when the first test needs them, before it begins",
    "fixtures of a file or a worker > hold for the tests after it",
    ...[1, 2, 3, 4].map((n) => `fixtures of a file or a worker > of tests at once > hold for each: ${n}`),
    "code around a test > is in its session, to the last callback",
    "code around a test > was in its session, to the last callback",
    "code around a test > after a test that failed > beforeAll is outside of tests",
    "comes after one that timed out",
    "comes after one that ended while no answer came",
  ])("%s", (name) => {
    expect(find(name)).toMatchObject({ state: "passed", errors: [] });
  });

  test("of concurrent tests with five requests each none gets another's answer", () => {
    const atOnce = outcomes().filter(({ name }) => name.startsWith("at once > "));
    expect(atOnce).toHaveLength((project === "chromium" ? 20 : 200) + 12);
    expect(atOnce.filter(({ state }) => state !== "passed")).toEqual([]);
  });

  test("automatic fixtures begin again with each attempt", () => {
    const message = (attempt: number) => expect.stringContaining(`expected ${attempt} to be 3`) as string;
    expect(find("automatic fixtures > begin again > with each attempt")).toMatchObject({
      state: "passed",
      errors: [{ message: message(1) }, { message: message(2) }],
    });
  });

  test("of concurrent tests with automatic fixtures none gets another's answer", () => {
    const atOnce = outcomes().filter(({ name }) => name.startsWith("automatic fixtures > of tests at once > "));
    expect(atOnce).toHaveLength(40);
    expect(atOnce.filter(({ state }) => state !== "passed")).toEqual([]);
  });

  test("concurrent tests run at once, or take turns where nothing tells them apart", () => {
    const count = find("counts those at once")?.meta.count;
    if (isInTurn) expect(count).toBe(1);
    else expect(count).toBeGreaterThan(1);
  });

  test.each([
    ["serves two answers", served("user-blocked", "access-denied")],
    ["serves nothing", undefined],
    // Not what the attempt that failed was served.
    ["passes at its second attempt", served("access-denied")],
    ["is repeated", served("user-blocked", "access-denied")],
    ["is expected to fail, and does", served("password-leaked")],
    ["ends while no answer comes", served("no-response")],
  ])("a test that %s leaves what it was served", (name, meta) => {
    expect(find(name)).toMatchObject({ state: "passed" });
    expect(find(name)?.meta.auth0).toEqual(meta);
  });

  test.each([
    ["is expected to fail, and does not", "Expect test to fail"],
    ["fails", "expected 401 to be 200"],
    ["times out while no answer comes", "Test timed out in 250ms."],
  ])("a test that %s leaves nothing", (name, message) => {
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
    ["once, after an answer", unknown],
    ["toHaveAnswered", unknown],
    ["not.toHaveAnswered", unknown],
    [
      "toHaveAnswered, of the tenant",
      '"oauth-ro/live" is no scenario: the tenant answers there. Name the answer that you expect of it.',
    ],
    ["toHaveAnswered, of no mock", "Expected what mockAuth0() returns."],
    [
      "toHaveAnswered, with no call",
      'Expected a call to be answered with "oauth-ro/user-blocked". ' +
        "Nothing was called. Is the request sent, and do the handlers listen?",
    ],
    [
      "toHaveAnswered, with other calls",
      'Expected a call to be answered with "oauth-ro/user-blocked". ' +
        "Called so far: oauth-ro (oauth-ro/access-denied: use).",
    ],
    [
      "not.toHaveAnswered, with such calls",
      'Expected no call to be answered with "oauth-ro/access-denied", but 2 were.',
    ],
  ])("%s: the error has the test's line on top", (name, message) => {
    const at = `mistakes.spec.ts:${lineOfMistake(name)}`;
    expect(find(name)).toMatchObject({ state: "failed", errors: [{ message, at }] });
  });

  test
    .runIf(version >= "5")
    .each([
      "aroundEach > of the user > runs in the session of its test",
      "aroundEach > has its fixtures torn down in the session of its test",
      "aroundEach > is over when afterAll runs",
    ])("%s", (name) => {
    expect(find(name)).toMatchObject({ state: "passed", errors: [] });
  });

  test("nothing else fails", () => {
    const failed = outcomes().filter(({ state }) => state === "failed");
    expect(failed).toHaveLength(project === "chromium" ? 12 : 13);
    const skipped = version >= "5" ? 0 : 3;
    expect(outcomes().filter(({ state }) => state === "passed")).toHaveLength(
      outcomes().length - failed.length - skipped,
    );
  });
});

const mistakes = readFileSync(join(specs, "mistakes.spec.ts"), "utf8").split("\n");

/** Where in its file a test makes its mistake, from 1 up. */
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
])("Vitest %s, %s: an isolate that throws fails its test alone", (version, project) => {
  expect(outcomesIn(version, project).filter(({ name }) => name.includes("an isolate "))).toMatchObject([
    { state: "passed", meta: { auth0: served("access-denied", "user-blocked") } },
    { state: "failed", errors: [{ message: "out of the isolate" }] },
    { name: "comes after an isolate that throws", state: "passed" },
  ]);
});

test.each(["5", "5 in a browser"])(
  "Vitest %s, without isolation: files share a process, and nothing else",
  (version) => {
    const outcomes = outcomesIn(version, "no-isolate");
    expect(outcomes.map(({ state, meta }) => [state, meta.count]).toSorted()).toEqual([
      ["passed", 1],
      ["passed", 2],
      ["passed", 3],
    ]);
  },
);

test("a missing worker script is said once, with what to do; nothing goes wrong outside of tests that should not", () => {
  const missing =
    /^Mocking failed: the worker script is missing, the server answers 404 for http:.*\/mockServiceWorker\.js\. Run "npx auth0-msw init", or "npx msw init" with your public folder\.$/;
  const broken = /This file cannot be loaded\.|Failed to import test file .*broken\.spec\.ts/;
  const strays = (version: string) => runs[version]?.strays.toSorted();
  expect(strays("5 in a browser")).toEqual([expect.stringMatching(broken), expect.stringMatching(missing)]);
  expect(strays("5")).toEqual([expect.stringMatching(broken)]);
  expect([strays("4"), strays("3")]).toEqual([[], []]);
});

test("every run ends by itself", () => {
  for (const finished of Object.values(runs)) {
    expect(finished?.code).toBe(1);
    expect(`${finished?.out}${finished?.err}`).not.toMatch(/hanging|timed out after|did not exit/i);
  }
});

// Not of version 3, whose worker tells an error to a parent that is gone, and the failure to do so, without end.
test("a run that is killed while no answer comes ends, and its worker", async () => {
  const asked = once(elsewhere, "connection");
  const { child, ended } = start(process.execPath, command(5, "pending"), options("killed"));
  const [socket] = (await asked) as [Socket];
  child.kill("SIGTERM");
  // Not by once(), which rejects on a reset.
  await Promise.all([ended, new Promise((resolve) => socket.on("close", resolve))]);
}, 420_000);

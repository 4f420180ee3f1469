import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { JSONReport, JSONReportSuite, JSONReportTest } from "@playwright/test/reporter";
import type { CoverageReport } from "auth0-msw/playwright/reporter";
import { afterAll, beforeAll, expect, test } from "vitest";
import { launchOptions } from "../../scripts/chromium.ts";
import { installBuild } from "../helpers/install-build.ts";
import { sendPage } from "./playwright/app.ts";
import { type Ran, run } from "../helpers/run.ts";

const playwright = fileURLToPath(import.meta.resolve("@playwright/test/cli"));
const project = fileURLToPath(new URL("playwright", import.meta.url));
const output = mkdtempSync(join(tmpdir(), "auth0-msw-playwright-"));
const REPORT = join(output, "report.json");
const COVERAGE = join(output, "coverage.json");

/** The requests that reached the real service. */
const reached: string[] = [];

let ran: Ran;
let report: JSONReport;
/** The tests of the project by file and title. */
let tests: ReadonlyMap<string, JSONReportTest>;

beforeAll(async () => {
  const app = await listen(sendPage);
  const service = await listen((request, response) => {
    reached.push(`${request.method} ${request.url}`);
    response.writeHead(299, { "access-control-allow-origin": "*", "access-control-allow-headers": "*" }).end();
  });
  ran = await run(process.execPath, [playwright, "test", "--output", join(output, "results")], {
    cwd: project,
    env: {
      REPORT,
      COVERAGE,
      APP_URL: app.url,
      SERVICE_URL: service.url,
      CHROMIUM_PATH: launchOptions.executablePath,
      NODE_OPTIONS: "--conditions=auth0-msw-source",
    },
  });
  app.close();
  service.close();
  report = JSON.parse(readFileSync(REPORT, "utf8")) as JSONReport;
  tests = new Map(report.suites.flatMap(testsIn));
}, 310_000);

afterAll(() => rmSync(output, { recursive: true, force: true }));

test("more than 40 tests with different scenarios pass in parallel workers", () => {
  const all = [...tests].filter(([name]) => name.startsWith("scenarios.spec.ts"));
  expect(all.length).toBeGreaterThan(40);
  expect(all.filter(([, { status }]) => status !== "expected")).toEqual([]);
  // Of the whole run: while one worker restarts after a failed test, the other may run all of these.
  const workers = new Set([...tests.values()].flatMap(({ results }) => results.map((result) => result.parallelIndex)));
  expect(workers.size).toBeGreaterThan(1);
});

test("only the tests that fail on purpose fail, and the run exits", () => {
  const failed = [...tests].filter(([, { status }]) => status !== "expected");
  const mistakes = failed.filter(([name]) => name.startsWith("mistakes.spec.ts"));
  expect(failed.flatMap((each) => (mistakes.includes(each) ? [] : [[each[0], errorsOf(each[0])]]))).toEqual([]);
  expect(mistakes.map(([name, { status }]) => [name, status])).toEqual([
    ["mistakes.spec.ts > an unknown scenario", "unexpected"],
    ["mistakes.spec.ts > toHaveAnswered with an unknown scenario", "unexpected"],
    ["mistakes.spec.ts > toHaveAnswered without calls", "unexpected"],
    ["mistakes.spec.ts > toHaveAnswered after another answer", "unexpected"],
    ["mistakes.spec.ts > not.toHaveAnswered", "unexpected"],
    ["mistakes.spec.ts > a time-out with a pending request", "unexpected"],
    ["mistakes.spec.ts > an unawaited waitForCall()", "unexpected"],
    ["mistakes.spec.ts > with a retry > a scenario of the first run", "flaky"],
  ]);
  expect(report.errors).toEqual([]);
  expect(ran.code).toBe(1);
});

test("only requests to a domain without a mock reach the service, and those that are let through", () => {
  expect(reached.toSorted()).toEqual([
    "GET /oauth/token-again",
    "GET /oauth/token-again",
    // From arrivals.spec.ts.
    "OPTIONS /oauth/ro",
    "POST /oauth/ro",
    "POST /oauth/ro",
    "POST /oauth/ro",
    "POST /oauth/ro?another-domain",
    "POST /oauth/ro?another-domain",
  ]);
});

test.each([
  [
    "a route of the test continues",
    "went past the mock to the real service, which answered with 299. A route of yours",
  ],
  ["the routes are removed", "Or unrouteAll() removed the mock."],
  ["a worker answers", 'a service worker of the page answered it, or sent it on itself. Set serviceWorkers: "block"'],
])("a request that does not reach the mock fails the test: %s", (title, sentence) => {
  const errors = errorsOf(`arrivals.spec.ts > fails the test when > ${title}`);
  expect(errors).toHaveLength(1);
  expect(errors[0]?.message).toContain(sentence);
  expect(errors[0]?.message).toContain(`This was in the test "fails the test when > ${title}".`);
});

test("otherRequests: error fails the test, and names it", () => {
  const name = "other-requests.spec.ts > otherRequests: error > refuses other paths, and fails the test";
  const [{ message } = {}] = errorsOf(name);
  expect(message).toMatch(
    /POST http:\/\/127[^ ]+\/oauth\/token was refused in the test "otherRequests: error > refuses/,
  );
});

test("an unknown scenario is reported at the line of the test", () => {
  const { message, location } = errorsOf("mistakes.spec.ts > an unknown scenario")[0] ?? {};
  expect(message).toContain('Unknown scenario "oauth-ro/user-bloked". Did you mean "oauth-ro/user-blocked"?');
  const line = readFileSync(join(project, "mistakes.spec.ts"), "utf8").split("\n")[(location?.line ?? 0) - 1];
  expect(line).toContain('auth0.use("oauth-ro/user-bloked"');
});

test.each([
  ["toHaveAnswered with an unknown scenario", 'Unknown scenario "oauth-ro/user-bloked". Did you mean'],
  ["toHaveAnswered without calls", 'Expected a call to be answered with "oauth-ro/user-blocked". Nothing was called.'],
  ["toHaveAnswered after another answer", "Called so far: oauth-ro (oauth-ro/access-denied: use)."],
  ["not.toHaveAnswered", 'Expected no call to be answered with "oauth-ro/access-denied", but one was.'],
])("%s is reported at its line", (title, sentence) => {
  const [{ message, location } = {}] = errorsOf(`mistakes.spec.ts > ${title}`);
  expect(message).toContain(sentence);
  const line = readFileSync(join(project, "mistakes.spec.ts"), "utf8").split("\n")[(location?.line ?? 0) - 1];
  expect(line).toMatch(/expect\(auth0\)\.(not\.)?toHaveAnswered\(/);
});

test("a time-out reports the waiting line, and an unawaited waitForCall() fails only its test", () => {
  const [timeout, location] = errorsOf("mistakes.spec.ts > a time-out with a pending request");
  expect(timeout?.message).toContain("Test timeout of 1000ms exceeded.");
  expect(location?.message).toMatch(/mistakes\.spec\.ts:\d+/);
  const [unawaited, ...more] = errorsOf("mistakes.spec.ts > an unawaited waitForCall()");
  expect(unawaited?.message).toContain("Waiting for a call to oauth-ro ended");
  expect(more).toEqual([]);
});

test("each run of a test lists the scenarios that it served", () => {
  expect(servedIn("scenarios.spec.ts > oauth-ro/user-blocked")).toEqual([["oauth-ro/user-blocked"]]);
  expect(servedIn("mistakes.spec.ts > with a retry > a scenario of the first run")).toEqual([
    ["oauth-ro/user-blocked"],
    ["oauth-ro/success"],
  ]);
  expect(servedIn("page.spec.ts > a code from the inbox signs in")).toEqual([
    ["passwordless-start/success", "oauth-ro/success"],
  ]);
  expect(servedIn("page.spec.ts > a page that has navigated away gets no response")).toEqual([[]]);
});

test("the reporter counts the scenarios that pages got in passing tests", () => {
  const { percentage, endpoints } = JSON.parse(readFileSync(COVERAGE, "utf8")) as CoverageReport;
  const passed = [...tests].filter(([, { status }]) => status !== "unexpected");
  const answers = passed.map(([name]) => servedIn(name)?.at(-1) ?? []);
  const scenarios = endpoints.flatMap((endpoint) => endpoint.scenarios);
  expect(scenarios.map(({ id, tests: met }) => [id, met])).toEqual(
    scenarios.map(({ id }) => [id, answers.filter((served) => served.includes(id)).length]),
  );
  expect(percentage).toBe(100);
});

test("a CommonJS project can load the build", { timeout: 310_000 }, async () => {
  const folder = join(output, "commonjs");
  const entry = { index: "src/index.ts", "playwright/index": "src/playwright/index.ts" };
  await installBuild(join(folder, "node_modules"), entry, ["@playwright/test"]);
  writeFileSync(
    join(folder, "sign-in.spec.ts"),
    `import { expect, test } from "auth0-msw/playwright";
    test.use({ launchOptions: ${JSON.stringify({ ...launchOptions })} });
    test("signs in", ({ auth0 }) => {
      expect(typeof require).toBe("function");
      expect(auth0.active("oauth-ro")).toBe("oauth-ro/live");
    });`,
  );
  const { code, out } = await run(process.execPath, [playwright, "test", "--reporter=json"], { cwd: folder });
  expect((JSON.parse(out) as JSONReport).stats).toMatchObject({ expected: 1, unexpected: 0 });
  expect(code).toBe(0);
});

function errorsOf(name: string): JSONReportTest["results"][number]["errors"] {
  return tests.get(name)?.results[0]?.errors ?? [];
}

function servedIn(name: string): readonly (readonly string[])[] | undefined {
  return tests.get(name)?.results.map(({ annotations }) => {
    // `test.fail()` adds one without a description.
    const described = annotations.filter(({ description }) => description !== undefined);
    const metas = described.map(({ description = "" }) => JSON.parse(description) as { served: string[] });
    return metas.flatMap(({ served }) => served);
  });
}

function testsIn({ title, specs, suites = [] }: JSONReportSuite): [string, JSONReportTest][] {
  const own = specs.flatMap((spec) => spec.tests.map((each) => [spec.title, each] as const));
  return [...own, ...suites.flatMap(testsIn)].map(([name, each]) => [`${title} > ${name}`, each]);
}

async function listen(listener: RequestListener): Promise<{ readonly url: string; close(): void }> {
  const server = createServer(listener);
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close: () => server.close() };
}

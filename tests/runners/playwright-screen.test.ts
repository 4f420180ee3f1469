import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { isAbsolute, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { JSONReport, JSONReportTest } from "@playwright/test/reporter";
import type { CoverageReport } from "auth0-msw/playwright/reporter";
import { afterAll, beforeAll, expect, test } from "vitest";
import { launchOptions } from "../../scripts/chromium.ts";
import { installBuild } from "../helpers/install-build.ts";
import { type Ran, run } from "../helpers/run.ts";
import { sendPage } from "./playwright-screen/app.ts";

const cli = fileURLToPath(import.meta.resolve("@playwright/test/cli"));
const project = mkdtempSync(join(tmpdir(), "auth0-msw-playwright-screen-"));
const server = createServer(sendPage);

/** The tests of the project by title. */
let tests: ReadonlyMap<string, JSONReportTest>;

beforeAll(async () => {
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  cpSync(fileURLToPath(new URL("playwright-screen", import.meta.url)), project, { recursive: true });
  const entry = {
    index: "src/index.ts",
    "playwright/index": "src/playwright/index.ts",
    "playwright/reporter": "src/playwright/reporter.ts",
  };
  await installBuild(join(project, "node_modules"), entry, ["@playwright/test"]);
  await playwright("all");
  const report = JSON.parse(readFileSync(join(project, "all.json"), "utf8")) as JSONReport;
  const suites = report.suites.flatMap((suite) => [suite].concat(suite.suites ?? []));
  const specs = suites.flatMap((suite) => suite.specs);
  tests = new Map(specs.flatMap(({ title, tests: [only] }) => (only ? [[title, only]] : [])));
}, 310_000);

afterAll(() => {
  server.close();
  rmSync(project, { recursive: true, force: true });
});

const said = { verdict: "says", sentence: "Ask your administrator." };
const blocked = "oauth-ro/user-blocked";

test.each([
  ["says", { ...said, why: "It is visible and announced." }],
  ["silent", { verdict: "silent", sentence: "" }],
  ["raw", { verdict: "raw", sentence: "unauthorized" }],
  ["alert", said],
  ["component", said],
  ["says it, and navigates away", said],
  ["says it, and navigates away after a success", said],
  ["spinner", { verdict: "silent", sentence: "" }],
  ["retries", said],
  ["says it in a component, and closes the page", said],
  ["a frame", said],
  ["a context of its own", said],
  ["a service worker", said],
])("%s", (title, record) => {
  expect(screensIn(title)).toMatchObject([{ scenario: blocked, ...record }]);
});

test("a page that has gone before it said anything is unseen", () => {
  const unseen = { scenario: blocked, verdict: "unseen", sentence: "" };
  expect(screensIn("navigates away")).toMatchObject([
    { ...unseen, why: expect.stringMatching(/^The page was left for http:.*\/elsewhere before/) as string },
  ]);
  expect(screensIn("closes the page")).toMatchObject([
    { ...unseen, why: "The page was closed before it showed anything." },
  ]);
});

test("a page that sent the request again by itself, and signed in, owed nothing to the failure", () => {
  const why = "The screen sent the request again before it showed anything.";
  expect(screensIn("retries, and signs in")).toMatchObject([{ scenario: blocked, verdict: "unseen", why }]);
});

test("each failure has its own record", () => {
  expect(screensIn("three failures in a row")).toMatchObject([
    { scenario: blocked, verdict: "raw", sentence: "unauthorized" },
    { scenario: "oauth-ro/wrong-password", verdict: "raw", sentence: "invalid_user_password" },
    { scenario: "oauth-ro/too-many-attempts", verdict: "raw", sentence: "too_many_attempts" },
  ]);
});

test("two pages are told apart", () => {
  const verdicts = screensIn("two pages at once")?.map(({ verdict, sentence }) => `${verdict} ${sentence}`);
  expect(verdicts?.toSorted()).toEqual(["says Ask your administrator.", "silent "]);
});

test("a page that waits for a response is watched from the request on", () => {
  expect(screensIn("no response")).toMatchObject([
    { scenario: "oauth-ro/no-response", verdict: "says", sentence: "This takes long." },
  ]);
});

test("a test that fails for its own reason has its record", () => {
  expect(screensIn("fails for its own reason")).toMatchObject([said]);
});

test("a screenshot shows each failure", () => {
  const screens = [
    ...(screensIn("takes one of each failure") ?? []),
    ...(screensIn("takes one of a silent page") ?? []),
  ];
  expect(screens.map(({ scenario }) => scenario)).toEqual([blocked, "oauth-ro/wrong-password", blocked]);
  const files = screens.map(({ screenshot = "" }) => screenshot);
  expect(new Set(files).size).toBe(3);
  for (const file of files) {
    expect(isAbsolute(file)).toBe(true);
    expect(readFileSync(file).subarray(1, 4).toString()).toBe("PNG");
  }
  expect(screensIn("says")?.[0]).not.toHaveProperty("screenshot");
});

test("without the option nothing is watched", () => {
  expect(screensIn("is not watched")).toBeUndefined();
  expect(tests.get("is not watched")?.status).toBe("expected");
});

test("a wrong option is refused", () => {
  const { errors = [] } = tests.get("does not run")?.results[0] ?? {};
  expect(errors[0]?.message).toContain('Unknown option "screenshot" of auth0Screen. Did you mean "screenshots"?');
});

test("only these tests fail", () => {
  const failed = [...tests].filter(([, { status }]) => status !== "expected").map(([title]) => title);
  expect(failed.toSorted()).toEqual(["does not run", "fails for its own reason", "fails, and is silent"]);
});

test("the report prints the verdicts, and a silent page fails the threshold", { timeout: 310_000 }, async () => {
  const { code, out } = await playwright("silent", {
    GREP: "a silent page| says$",
    COVERAGE: JSON.stringify({ threshold: { silent: 0 }, outputFile: "coverage.json" }),
  });
  expect(out).toContain("What the screen said");
  expect(out).toContain("ERROR: 1 failure is silent, more than the threshold of 0.");
  expect(code).toBe(1);
  const { endpoints } = JSON.parse(readFileSync(join(project, "coverage.json"), "utf8")) as CoverageReport;
  const screen = endpoints.flatMap(({ scenarios }) => scenarios).find(({ id }) => id === blocked)?.screen;
  expect(screen).toMatchObject({
    verdict: "silent",
    where: expect.stringMatching(/takes one of a silent page$/) as string,
  });
  expect(existsSync(join(project, screen?.screenshot ?? ""))).toBe(true);
});

test("the report has the verdict of a failed test", { timeout: 310_000 }, async () => {
  const { out } = await playwright("failed", {
    GREP: "fails, and is silent",
    COVERAGE: JSON.stringify({ threshold: { silent: 0 } }),
  });
  expect(out).toContain("No test passed, so there is nothing to count.");
  expect(out).toMatch(/✗ silent {2}oauth-ro\/user-blocked .*\n.*fails, and is silent/);
  expect(out).toContain("ERROR: 1 failure is silent, more than the threshold of 0.");
});

/** Runs the tests of the project. */
function playwright(name: string, env: Readonly<Record<string, string>> = {}): Promise<Ran> {
  return run(process.execPath, [cli, "test", "--output", `results-${name}`], {
    cwd: project,
    env: {
      REPORT: `${name}.json`,
      APP_URL: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
      LAUNCH: JSON.stringify(launchOptions),
      ...env,
    },
  });
}

interface Screen {
  readonly scenario: string;
  readonly verdict: string;
  readonly sentence: string;
  readonly why: string;
  readonly screenshot?: string;
}

function screensIn(title: string): readonly Screen[] | undefined {
  const [annotation] = tests.get(title)?.results[0]?.annotations ?? [];
  return (JSON.parse(annotation?.description ?? "{}") as { screens?: readonly Screen[] }).screens;
}

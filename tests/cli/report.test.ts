import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { type Browser, chromium, type Page } from "playwright";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { launchOptions } from "../../scripts/chromium.ts";
import { report as writeReport } from "../../src/cli/report.ts";
import { readReport } from "../../src/cli/report-file.ts";
import { type CoverageReport, createReport } from "../../src/coverage/report.ts";
import type { ScreenRecord } from "../../src/screen/screen-watch.ts";
import { auth0Msw, project, removeProjects } from "./project.ts";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** A picture of one pixel. */
const png = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==",
  "base64",
);

const says: ScreenRecord = {
  scenario: "oauth-ro/wrong-password",
  verdict: "says",
  sentence: "That email and password don’t match.",
  why: "It is visible and announced.",
  where: "sign-in.test.tsx > a wrong password",
};
const raw: ScreenRecord = {
  scenario: "oauth-ro/access-denied",
  verdict: "raw",
  sentence: "access_denied",
  why: "It shows the error code.",
};
const silent: ScreenRecord = {
  scenario: "passwordless-start/sms-provider-error",
  verdict: "silent",
  sentence: "",
  why: "Nothing visible changed.",
};

/** The report of a run with one test for each of these records. */
function reportOf(...records: readonly ScreenRecord[]): CoverageReport {
  const served = records.map(({ scenario }) => [scenario]);
  return createReport(served, "documented", records);
}

let browser: Browser;
beforeAll(async () => {
  browser = await chromium.launch(launchOptions);
  return () => browser.close();
});
afterAll(removeProjects);

interface Opened {
  readonly page: Page;
  readonly printed: string;
  /** What the page asked the network for, its dialogs and its messages in the console. */
  readonly noise: readonly string[];
}

interface OpenOptions {
  readonly against?: CoverageReport;
  /** Files beside the report. */
  readonly pictures?: Readonly<Record<string, Buffer>>;
  readonly context?: Parameters<Browser["newPage"]>[0];
}

/** Writes the page of a report, and opens it. */
async function open(report: unknown, { against, pictures = {}, context }: OpenOptions = {}): Promise<Opened> {
  const { root } = project({
    "coverage.json": JSON.stringify(report),
    ...(against && { "earlier.json": JSON.stringify(against) }),
  });
  for (const [name, bytes] of Object.entries(pictures)) writeFileSync(join(root, name), bytes);
  const printed = await writeReport(root, "coverage.json", {
    html: true,
    ...(against && { against: "earlier.json" }),
  });

  const page = await browser.newPage(context);
  onTestFinished(() => page.close());
  const { href } = pathToFileURL(join(root, "auth0-report.html"));
  const noise: string[] = [];
  page.on("console", (message) => noise.push(message.text()));
  page.on("dialog", (dialog) => {
    noise.push(dialog.message());
    void dialog.dismiss();
  });
  page.on("request", (request) => {
    if (request.url() !== href && !request.url().startsWith("data:")) noise.push(request.url());
  });
  await page.goto(href);
  return { page, printed, noise };
}

describe("report --html", () => {
  test("shows each failure: the API's text, the screen's sentence, why, and where", async () => {
    const { page, printed } = await open(reportOf(says, raw, silent));
    expect(printed).toBe("Wrote auth0-report.html: 29 not met, 1 says, 1 raw, 1 silent");

    const failure = page.locator('[id="failure/oauth-ro/access-denied"]');
    for (const text of ["The tenant refused this user.", "403", "Access to this application is restricted."]) {
      await expect(failure.getByText(text, { exact: true }).count(), text).resolves.toBe(1);
    }
    expect(await failure.locator("blockquote").innerText()).toBe("access_denied");
    await failure.getByRole("link", { name: "How to fix it" }).click();
    expect(await page.locator(":target").innerText()).toContain("docs/failure-coverage.md#raw");

    expect(await page.getByText("Seen in sign-in.test.tsx > a wrong password").count()).toBe(1);
    expect(await page.getByText('auth0.use("oauth-ro/user-blocked");').count()).toBe(1);
    // The worst verdict comes first, and what is not met last.
    const states = await page.locator("#oauth-ro ~ .failure").evaluateAll((all) => all.map((one) => one.dataset.state));
    expect([states[0], states[1], states.at(-1)]).toEqual(["raw", "says", "not met"]);
  });

  test("filters by verdict, with the keyboard and without a script", async () => {
    const { page } = await open(reportOf(says, raw, silent), { context: { javaScriptEnabled: false } });
    const shown = page.locator(".failure:visible");
    expect(await shown.count()).toBe(32);
    await page.getByLabel("32 all").focus();
    for (const { scenario } of [says, silent, raw]) {
      await page.keyboard.press("ArrowRight");
      expect(await shown.count()).toBe(1);
      expect(await shown.getByRole("link").first().innerText()).toBe(scenario);
      expect(await page.locator(".endpoint:visible").count()).toBe(1);
    }
  });

  test("shows a screenshot, larger when it is opened, and names one that is missing", async () => {
    const { page, printed } = await open(
      reportOf(
        { ...says, screenshot: "says.png" },
        { ...raw, screenshot: "gone.png" },
        { ...silent, screenshot: "coverage.json" },
      ),
      { pictures: { "says.png": png } },
    );
    expect(printed).toContain("2 screenshots are missing or not a PNG.");
    expect(await page.getByText("The screenshot is missing: gone.png").count()).toBe(1);

    const picture = page.getByRole("img", { name: "Screenshot of oauth-ro/wrong-password" });
    expect(await picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(1);
    expect(await page.locator("img").count()).toBe(1);
    await page.locator("summary").focus();
    await page.keyboard.press("Enter");
    expect(await page.locator("details[open]").count()).toBe(1);
  });

  test("names a sentence that failures with different remedies share", async () => {
    const same = "Something went wrong.";
    const { page } = await open(
      reportOf({ ...says, sentence: same }, { ...says, scenario: "oauth-ro/user-blocked", sentence: same }),
    );
    await page.getByRole("link", { name: "1 sentence is the same for different remedies." }).click();
    const shared = page.getByRole("region", { name: "One sentence, different remedies" });
    expect(await shared.getByRole("term").allInnerTexts()).toEqual(["correct a field", "ask for help"]);
    // A failure that is linked to is shown, whatever the filter says.
    await page.getByLabel("30 not met").check();
    await shared.getByRole("link", { name: "oauth-ro/user-blocked" }).click();
    expect(await page.locator('[id="failure/oauth-ro/user-blocked"]').isVisible()).toBe(true);
  });

  test("says that no screen was watched", async () => {
    const { page } = await open(createReport([["oauth-ro/user-blocked"]], "documented"));
    expect(await page.locator(".lead").innerText()).toContain(
      "1 of 32 failures are met, and no test watched the screen.",
    );
    expect(await page.getByText("1 test meets it, without watching the screen.").count()).toBe(1);
  });

  test("leaves out successes of a report with all scenarios", async () => {
    const { page } = await open(createReport([["oauth-ro/success"]], "all"));
    expect(await page.locator(".failure").count()).toBe(73);
  });
});

describe("report --against", () => {
  test("shows what is worse, better, reworded, new and gone, side by side", async () => {
    const leaked = { ...says, scenario: "oauth-ro/password-leaked" };
    const locked = { ...says, scenario: "oauth-ro/too-many-attempts" };
    const earlier = reportOf(says, raw, leaked, locked);
    const now = reportOf(
      { ...says, sentence: "That email and password are wrong." },
      { ...raw, verdict: "says", sentence: "Ask your administrator." },
      { ...leaked, verdict: "silent", sentence: "" },
      silent,
    );
    const { page } = await open(now, { against: earlier });
    const changes = page.getByRole("region", { name: "What changed" });
    const rows = await changes.getByRole("article").allInnerTexts();
    expect(rows.map((row) => row.replaceAll(/\s+/g, " "))).toEqual([
      expect.stringMatching(/^The verdict is worse .*password-leaked Before says .*match\. Now silent Nothing$/),
      expect.stringMatching(/^The verdict is better .* Before raw access_denied Now says Ask your administrator\.$/),
      expect.stringMatching(/^The sentence changed .* don’t match\. Now says .* are wrong\.$/),
      expect.stringMatching(/^New .*sms-provider-error Before Not watched Now silent Nothing$/),
      expect.stringMatching(/^Gone .*too-many-attempts Before says .* Now Not watched$/),
    ]);
    const reworded = changes.getByRole("article").nth(2);
    expect(await reworded.locator("del").allInnerTexts()).toEqual(["don’t", "match"]);
    expect(await reworded.locator("ins").allInnerTexts()).toEqual(["are", "wrong"]);
  });

  test("says that nothing changed", async () => {
    const { page } = await open(reportOf(says), { against: reportOf({ ...says, where: "another.test.tsx" }) });
    expect(await page.getByText("Nothing changed since earlier.json.").count()).toBe(1);
  });
});

test.each([
  `<img src=x onerror="alert(1)">`,
  `</style><script>alert(1)</script>`,
  `"'><script src="https://evil.example/x.js"></script>`,
  `--><svg onload=alert(1)><a href="javascript:alert(1)">x</a>`,
  `&lt;b&gt; \u202E</bdi></q></blockquote><h1>x`,
])("shows a hostile text as it is: %s", async (hostile) => {
  const clean = reportOf(says, raw, silent);
  const report = JSON.parse(JSON.stringify(clean), (_key, value: unknown) =>
    typeof value === "string" && !enums.has(value) ? hostile : value,
  ) as CoverageReport;
  const withAll = {
    ...report,
    endpoints: report.endpoints.map((endpoint) =>
      Object.assign({}, endpoint, {
        shared: [{ sentence: hostile, remedies: { [hostile]: [hostile] } }],
        scenarios: endpoint.scenarios.map((scenario) =>
          Object.assign({}, scenario, scenario.screen && { screen: { ...scenario.screen, screenshot: hostile } }),
        ),
      }),
    ),
  };
  const { page, noise } = await open(withAll, { against: reportOf(says) });
  expect(noise).toEqual([]);
  expect(await page.locator("script, svg, img, [onerror], [href^=javascript]").count()).toBe(0);
  expect(await page.locator("style, h1").count()).toBe(2);
  expect(await page.locator(".failure blockquote").first().textContent()).toBe(hostile);
  expect(await page.locator(".shared dt").first().textContent()).toBe(hostile);
  expect(await page.locator("pre").first().textContent()).toBe(hostile);
  expect(await page.locator("#changes blockquote").allTextContents()).toContain(hostile);
});

/** The texts that a report can only have from a list. */
const enums = new Set(["oauth-ro", "passwordless-start", "documented", "says", "raw", "silent"]);

test("nothing on the page may run or load, also if a text got through", async () => {
  const { page } = await open(reportOf(says));
  const refused = await page.evaluate(async () => {
    const directives = new Set<string>();
    const all = new Promise<void>((resolve) => {
      document.addEventListener("securitypolicyviolation", ({ effectiveDirective }) => {
        if (directives.add(effectiveDirective).size === 3) resolve();
      });
    });
    const html = '<img src="http://127.0.0.1:1/x.png"><iframe src="data:,x"></iframe><p onclick="alert(1)">';
    document.body.insertAdjacentHTML("beforeend", html);
    await all;
    return [...directives].toSorted();
  });
  expect(refused).toEqual(["frame-src", "img-src", "script-src-attr"]);
});

test.each(["light", "dark"] as const)(
  "has no axe violations and does not overflow, %s",
  async (colorScheme) => {
    const unseen: ScreenRecord = { ...says, scenario: "oauth-ro/user-blocked", verdict: "unseen", sentence: "" };
    const dead: ScreenRecord = { ...says, scenario: "oauth-ro/invalid-scope", verdict: "dead end" };
    const unheard: ScreenRecord = { ...says, scenario: "oauth-ro/invalid-client", verdict: "not announced" };
    const long = { ...silent, sentence: "x".repeat(2000), where: "y".repeat(2000), screenshot: "z".repeat(200) };
    const report = reportOf({ ...says, screenshot: "a.png" }, raw, long, unseen, dead, unheard);
    const { page } = await open(report, {
      against: reportOf({ ...raw, verdict: "says", sentence: "Ask for help." }),
      pictures: { "a.png": png },
      context: { colorScheme },
    });
    for (const width of [1900, 700, 320]) {
      await page.setViewportSize({ width, height: 800 });
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
    }
    await page.evaluate(axe);
    const violations = await page.evaluate(async () => {
      const found = await (globalThis as unknown as { axe: typeof import("axe-core") }).axe.run(document);
      return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join("\n")}`);
    });
    expect(violations).toEqual([]);
    // axe looks at each of a few thousand elements.
  },
  60_000,
);

describe("rejects, with what to do next", () => {
  const report = (change: object): string => JSON.stringify({ ...reportOf(says), ...change });
  const howToMake = 'Make one with the coverage reporter: outputFile: "auth0.json".';

  test.each([
    ["no file", {}, `Can't read {file}: there is no such file. ${howToMake}`],
    ["a text", { "x.json": "<html>" }, /is not JSON: .* Make one with the coverage reporter/],
    [
      "other JSON",
      { "x.json": '{"total":{"lines":{}}}' },
      `{file} is JSON, but not a report of failure coverage. ${howToMake}`,
    ],
    ["null", { "x.json": "null" }, `{file} is JSON, but not a report of failure coverage. ${howToMake}`],
    [
      "a later version",
      { "x.json": report({ version: 2 }) },
      "{file} has version 2 of the report, and this command reads version 1. Use the version of auth0-msw that wrote it.",
    ],
    [
      "an endpoint without scenarios",
      { "x.json": report({ endpoints: [{ endpoint: "oauth-ro", path: "/oauth/ro", exercised: 0, total: 0 }] }) },
      "{file} is not a complete report. Invalid endpoints[0].scenarios: got undefined. Give an array.",
    ],
    [
      "an unknown verdict",
      { "x.json": report({}).replace('"verdict":"says"', '"verdict":"loud"') },
      /Invalid endpoints\[0\]\.scenarios\[\d+\]\.screen\.verdict: got "loud"\. Give one of "silent", .*"says"\.$/,
    ],
  ])("%s", async (_name, files, message) => {
    const { root } = project(files);
    const file = join(root, "x.json");
    const expected = typeof message === "string" ? message.replace("{file}", file) : message;
    await expect(readReport(file)).rejects.toThrow(expected);
  });

  test("a wrong earlier report", async () => {
    const { root } = project({ "x.json": report({}), "y.json": "[]" });
    const { code, err } = await auth0Msw(root, "report", "x.json", "--html", "--against", "y.json");
    expect(code).toBe(1);
    expect(err).toContain("y.json is JSON, but not a report of failure coverage.");
  });
});

test.each([["without --html"], ["with --html", "--html"]])(
  "writes the page beside the report %s",
  async (_name, ...html) => {
    const { root, has } = project({ "coverage/auth0.json": JSON.stringify(reportOf(says)) });
    const { code, out } = await auth0Msw(root, "report", "coverage/auth0.json", ...html);
    expect([code, out]).toEqual([0, expect.stringMatching(/^Wrote coverage\/auth0-report\.html: /)]);
    expect(has("coverage/auth0-report.html")).toBe(true);
  },
);

test("writes the page where it is told, and makes the folder", async () => {
  const { root, has } = project({ "coverage/auth0.json": JSON.stringify(reportOf(says)) });
  const { code, out } = await auth0Msw(root, "report", "coverage/auth0.json", "--html", "public/review/index.html");
  expect([code, out]).toEqual([0, expect.stringMatching(/^Wrote public\/review\/index\.html: /)]);
  expect(has("public/review/index.html")).toBe(true);
});

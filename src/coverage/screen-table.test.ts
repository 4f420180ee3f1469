import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import type { ScreenRecord } from "../screen/screen-watch.ts";
import { toMarkdown } from "./markdown.ts";
import { type CoverageOptions, readOptions } from "./options.ts";
import { type CoverageReport, createReport } from "./report.ts";
import { reportRun } from "./report-run.ts";
import { toScreenTable } from "./screen-table.ts";

const says: ScreenRecord = {
  scenario: "oauth-ro/wrong-password",
  verdict: "says",
  sentence: "That email and password don’t match. Check both and try again.",
  why: "It is visible and announced.",
};
const raw: ScreenRecord = {
  scenario: "oauth-ro/access-denied",
  verdict: "raw",
  sentence: "<b>access_denied</b>|",
  why: "It shows a code.",
};
const silent: ScreenRecord = {
  scenario: "oauth-ro/user-blocked",
  verdict: "silent",
  sentence: "",
  why: "Nothing visible changed.",
};

/** Without colors. */
function plain(text: string): string {
  // oxlint-disable-next-line no-control-regex -- the escape character begins a color.
  return text.replaceAll(/\u001B\[\d+m/g, "");
}

test("keeps the worst verdict of all tests", () => {
  const { endpoints } = createReport([], "documented", [says, { ...silent, scenario: says.scenario }, says]);
  expect(endpoints[0]?.scenarios.find(({ id }) => id === says.scenario)?.screen?.verdict).toBe("silent");
});

test("lists what screens said, cut to the width of the terminal", () => {
  const table = plain(toScreenTable(createReport([], "documented", [says, raw, silent]), 80));
  expect(table.split("\n")).toEqual([
    " What the screen said  1 says, 1 raw, 1 silent",
    "",
    " ✓ says    oauth-ro/wrong-password  “That email and password don’t match. Check…",
    " ✗ silent  oauth-ro/user-blocked    Nothing visible changed.",
    " ✗ raw     oauth-ro/access-denied   It shows a code. “<b>access_denied</b>|”",
  ]);
  for (const line of table.split("\n")) expect(line.length).toBeLessThanOrEqual(80);
});

test("is empty when no screen was watched", () => {
  expect(toScreenTable(createReport([["oauth-ro/user-blocked"]], "documented"), 80)).toBe("");
});

test("escapes a text of the page in Markdown", () => {
  const markdown = toMarkdown(createReport([], "documented", [raw]));
  expect(markdown).toContain(String.raw`| raw | \<b\>access\_denied\</b\>\| | It shows a code. |`);
});

test("fails a run with more faults than the threshold allows", async () => {
  const folder = mkdtempSync(join(tmpdir(), "auth0-msw-screen-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const run = async (threshold: object): Promise<{ isEnough: boolean; printed: string }> => {
    let printed = "";
    const pictured = { ...raw, screenshot: join(folder, "screens", "access denied.png") };
    const meta = { v: 1, served: [silent.scenario, raw.scenario], screens: [silent, pictured] };
    const isEnough = await reportRun(
      {
        passed: [{ where: "sign-in.test.tsx > shows a message", metadata: [meta] }],
        partial: undefined,
        hint: "",
        folder,
        print: (text) => (printed += plain(text)),
      },
      readOptions({ threshold, outputFile: ["auth0.json", "reports/auth0.md"] }),
    );
    return { isEnough, printed };
  };
  expect(await run({ silent: 1, raw: 1 })).toMatchObject({
    isEnough: true,
    printed: expect.stringContaining("✓ No verdict is over its limit: 1 silent, 1 raw."),
  });
  expect(await run({ silent: 0 })).toMatchObject({
    isEnough: false,
    printed: expect.stringContaining("ERROR: 1 failure is silent, more than the threshold of 0."),
  });
  expect(await run({ met: 50 })).toMatchObject({
    isEnough: false,
    printed: expect.stringContaining("is below the threshold of 50%"),
  });
  // The paths of screenshots start at the file.
  const { endpoints } = JSON.parse(readFileSync(join(folder, "auth0.json"), "utf8")) as CoverageReport;
  const { scenario: id, ...screen } = raw;
  expect(endpoints[0]?.scenarios.find((scenario) => scenario.id === id)?.screen).toEqual({
    ...screen,
    where: "sign-in.test.tsx > shows a message",
    screenshot: "screens/access denied.png",
  });
  expect(readFileSync(join(folder, "reports/auth0.md"), "utf8")).toContain(
    String.raw`| sign-in.test.tsx \> shows a message [screenshot](<../screens/access%20denied.png>) |`,
  );
});

/** Prints a run of tests, each with one screen. */
async function runOf(
  tests: { readonly passed?: readonly ScreenRecord[]; readonly failed?: readonly ScreenRecord[] },
  options: CoverageOptions = {},
  partial?: string,
): Promise<{ isEnough: boolean; text: string }> {
  let text = "";
  const toTests = (records: readonly ScreenRecord[] = []) =>
    records.map((record, index) => ({
      where: `sign-in.test.tsx > ${index}`,
      metadata: [{ v: 1, served: [record.scenario], screens: [record] }],
    }));
  const isEnough = await reportRun(
    {
      passed: toTests(tests.passed),
      failed: toTests(tests.failed),
      partial,
      hint: "Call setupAuth0().",
      folder: tmpdir(),
      print: (part) => (text += plain(part)),
    },
    readOptions(options),
  );
  return { isEnough, text };
}

test("reports and limits the verdicts of failed tests, whose scenarios don't count", async () => {
  const options = { threshold: { silent: 0 } };
  const alone = await runOf({ failed: [silent] }, options);
  expect(alone.isEnough).toBe(false);
  expect(alone.text).toContain("No test passed, so there is nothing to count.");
  expect(alone.text).toContain("✗ silent  oauth-ro/user-blocked  Nothing visible changed.\n   in sign-in.test.tsx > 0");

  const both = await runOf({ passed: [{ ...says, scenario: silent.scenario }], failed: [silent, raw] }, options);
  expect(both.text).toContain("What the screen said  1 raw, 1 silent");
  expect(both.text).toContain("1 of 32 documented failures");
  expect(both.text).toContain("✓ 1×  user-blocked");
  expect(both.text).not.toContain("×  access-denied");
  expect(both.isEnough).toBe(false);
});

test("limits the verdicts of every scenario that tests met, whatever counts", async () => {
  for (const scenario of ["oauth-ro/network-error", "oauth-ro/internal-server-error"]) {
    const { isEnough, text } = await runOf({ passed: [{ ...silent, scenario }] }, { threshold: { silent: 0 } });
    expect(text).toContain(`✗ silent  ${scenario}`);
    expect(text).toContain("0 of 32 documented failures");
    expect(isEnough).toBe(false);
  }
});

test("says which limits are kept, and which are not applied", async () => {
  const threshold = { met: 3, silent: 0, raw: 1 };
  expect((await runOf({ passed: [says] }, { threshold })).text).toContain(
    "✓ The threshold of 3% is met. No verdict is over its limit: 0 silent, 1 raw.",
  );
  expect((await runOf({ failed: [silent] }, { threshold }, "this is a shard")).text).toContain(
    "The threshold of 3%, the limit of 0 silent, the limit of 1 raw were not applied: this is a shard.",
  );
});

test("doesn't cut a text where the output has no width", async () => {
  const { columns } = process.stdout;
  onTestFinished(() => {
    process.stdout.columns = columns;
  });
  Object.assign(process.stdout, { columns: undefined });
  expect((await runOf({ passed: [says] })).text).toContain(says.sentence);
  Object.assign(process.stdout, { columns: 80 });
  expect((await runOf({ passed: [says] })).text).not.toContain(says.sentence);
});

test("says where a fault was seen, and keeps the title that a record has", () => {
  const records = [
    { ...silent, where: "Sign in/Blocked" },
    { ...says, where: "Sign in/Wrong password" },
  ];
  const table = plain(toScreenTable(createReport([], "documented", records), 80));
  expect(table).toContain("Nothing visible changed.\n   in Sign in/Blocked");
  expect(table).not.toContain("Sign in/Wrong password");
  const long = createReport([], "documented", [{ ...silent, where: "x".repeat(200) }]);
  for (const line of plain(toScreenTable(long, 80)).split("\n")) expect(line.length).toBeLessThanOrEqual(80);
});

test("names a sentence that failures with different remedies share", () => {
  const same = "Something went wrong.";
  const records = ["wrong-password", "user-blocked", "rule-refused"].map((name) =>
    Object.assign({ ...says }, { scenario: `oauth-ro/${name}`, sentence: same }),
  );
  const report = createReport([], "all", records);
  expect(report.endpoints[0]?.shared).toEqual([
    {
      sentence: same,
      remedies: {
        "correct a field": ["oauth-ro/wrong-password"],
        "ask for help": ["oauth-ro/user-blocked", "oauth-ro/rule-refused"],
      },
    },
  ]);
  expect(report.endpoints[1]?.shared).toBeUndefined();
  const table = plain(toScreenTable(report, 80));
  expect(table).toContain("! /oauth/ro shows the same for failures with different remedies: “Something went wrong.”");
  expect(table).toContain("   ask for help: oauth-ro/user-blocked, oauth-ro/rule-refused");
  expect(toMarkdown(report)).toContain(
    "- `/oauth/ro`: “Something went wrong.”\n  - correct a field: `oauth-ro/wrong-password`\n  - ask for help: `oauth-ro/user-blocked`, ",
  );
  expect(createReport([], "all", records.slice(1)).endpoints[0]?.shared).toBeUndefined();
});

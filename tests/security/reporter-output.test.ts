import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { readOptions } from "../../src/coverage/options.ts";
import { reportRun } from "../../src/coverage/report-run.ts";
import { missing } from "../../src/cli/missing.ts";

/** What a page or a test may say to control a terminal, and what the terminal shows instead. */
const controls: readonly (readonly [name: string, text: string, shown: string])[] = [
  ["a color", "\u001B[31mred", String.raw`\u001b[31mred`],
  ["clearing the screen", "\u001B[2J\u001B[H", String.raw`\u001b[2J\u001b[H`],
  ["a link (OSC 8)", "\u001B]8;;http://evil.example\u001B\\x", String.raw`\u001b]8;;http://evil.example\u001b\x`],
  ["a title (OSC 0)", "\u001B]0;title\u0007", String.raw`\u001b]0;title\u0007`],
  ["the C1 forms", "\u009B31m\u009D0;x\u009C", String.raw`\u009b31m\u009d0;x\u009c`],
  ["a backspace and NUL", "ok\b\bno\0", String.raw`ok\u0008\u0008no\u0000`],
  ["new lines and tabs", "one\r\n✓ says\t\u2028two", "one ✓ says two"],
  ["a change of direction", "\u202Ecba\u2066x\u2069", String.raw`\u202ecba\u2066x\u2069`],
];

/** All that may be printed: no control character but the new line, and no colors of ours, as they are off. */
const forbidden = /[^\P{Cc}\n]|\p{Bidi_Control}|\u2028/u;

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "auth0-msw-output-"));
  vi.stubEnv("NO_COLOR", "1");
  vi.stubEnv("FORCE_COLOR", "");
  // Wide enough that no text is cut.
  const { columns } = process.stdout;
  process.stdout.columns = 10_000;
  return () => {
    process.stdout.columns = columns;
    vi.unstubAllEnvs();
    rmSync(folder, { recursive: true });
  };
});

/** The output of a run in which a test with this title met two failures, whose screens said this. */
async function outputOf(text: string): Promise<{ readonly printed: string; readonly markdown: string }> {
  // Their remedies differ, so the sentence is listed once more.
  const served = ["oauth-ro/wrong-password", "oauth-ro/user-blocked"];
  const screens = served.map((scenario) => ({
    scenario,
    verdict: "raw",
    sentence: text,
    why: text,
    screenshot: join(folder, text),
  }));
  const printed: string[] = [];
  await reportRun(
    {
      passed: [{ where: text, metadata: [{ v: 1, served, screens }] }],
      partial: undefined,
      hint: "",
      folder,
      print: (lines) => printed.push(lines),
    },
    readOptions({ outputFile: ["auth0.md", "auth0.json"] }),
  );
  return { printed: printed.join("\n"), markdown: readFileSync(join(folder, "auth0.md"), "utf8") };
}

describe("the terminal", () => {
  test.each(controls)("shows %s as text", async (_name, text, shown) => {
    const { printed } = await outputOf(text);
    expect(printed).not.toMatch(forbidden);
    // As why, sentence and title for each failure, and once as the sentence that they share.
    expect(printed.split(shown)).toHaveLength(1 + 2 * 3 + 1);
  });

  test.each(controls)("shows %s in a report that is read as text", async (_name, text, shown) => {
    await outputOf("x");
    const file = join(folder, "auth0.json");
    const report = readFileSync(file, "utf8").replace(
      '"line": "auth0.use(\\"oauth-ro/missing-device\\");"',
      `"line": ${JSON.stringify(text)}`,
    );
    writeFileSync(file, report);
    const printed = await missing(folder, "auth0.json", {});
    expect(printed).not.toMatch(forbidden);
    expect(printed.split("\n")).toContain(shown.trim());
  });
});

describe("Markdown", () => {
  test.each(controls)("has no control character: %s", async (_name, text) => {
    const { markdown } = await outputOf(text);
    expect(markdown).not.toMatch(forbidden);
  });

  test.each([
    ["cells", "a | b || c"],
    ["code", "``` `x` \\` \\\\`"],
    ["HTML", "<img src=x onerror=alert(1)><!-- --> <script>&lt;"],
    ["a link", "[x](javascript:alert(1)) ![y](http://evil.example) <http://evil.example>"],
    ["a heading and a rule", "\n# x\n\n---\n"],
    ["emphasis", "**a** _b_ ~~c~~"],
    ["a formula", "$x$"],
  ])("keeps %s in their cell, as text", async (_name, text) => {
    const { markdown } = await outputOf(text);
    const rows = markdown.split("\n").filter((line) => line.includes("| raw |"));
    expect(rows).toHaveLength(2);
    for (const row of rows) {
      const cells = row.split(/(?<!\\)(?:\\\\)*\|/).slice(1, -1);
      expect(cells).toHaveLength(5);
      const [, , sentence = "", why = "", where = ""] = cells.map((cell) => cell.trim());
      for (const cell of [sentence, why, where.replace(/ \[screenshot\]\(<[^<>]*>\)$/, "")]) {
        expect(textOf(cell).trim()).toBe(text.replaceAll(/\s+/g, " ").trim());
      }
    }
  });

  test("links to a picture only, whatever its name is", async () => {
    const { markdown } = await outputOf("javascript:alert(1)>) | <b>\uD800");
    const links = Array.from(markdown.matchAll(/\[screenshot\]\((.*?)\)(?= \|$)/gm), ([, target]) => target);
    expect(links).toEqual(Array(2).fill("<javascript%3Aalert(1)%3E)%20%7C%20%3Cb%3E%EF%BF%BD>"));
  });
});

/** The text of inline Markdown that has only text: any markup in it throws. */
function textOf(markdown: string): string {
  const escape = /\\([!-/:-@[-`{-~])/g;
  const rest = markdown.replaceAll(escape, "");
  expect(rest).not.toMatch(/[\\`*_[\]<>#|~&]/);
  return markdown.replaceAll(escape, "$1");
}

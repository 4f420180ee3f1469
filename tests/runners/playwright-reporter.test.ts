import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { CoverageReport } from "auth0-msw/playwright/reporter";
import { afterAll, describe, expect, test } from "vitest";
import { met, type Printed, share, tableOf, tablesIn } from "../helpers/coverage-table.ts";
import { run } from "../helpers/run.ts";

const fixture = fileURLToPath(new URL("playwright-reporter", import.meta.url));
const cli = createRequire(import.meta.url).resolve("@playwright/test/cli");
const temporary = mkdtempSync(join(tmpdir(), "auth0-msw-"));
afterAll(() => rmSync(temporary, { recursive: true }));

interface Setup {
  /** Options of the reporter. */
  readonly options?: Readonly<Record<string, unknown>>;
  /** The folder with the specs. */
  readonly root?: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** Runs a Playwright command until it exits. */
async function playwright(args: readonly string[], setup: Setup = {}): Promise<Printed> {
  const { options = {}, root = "specs", env = {} } = setup;
  const { code, out, err } = await run(process.execPath, [cli, ...args], {
    cwd: fixture,
    env: {
      NODE_OPTIONS: "--conditions=auth0-msw-source",
      COVERAGE: JSON.stringify(options),
      ROOT: root,
      OUTPUT: mkdtempSync(join(temporary, "output-")),
      ...env,
    },
  });
  return { code, out: out + err, tables: tablesIn(out) };
}

describe.concurrent("after a run", { timeout: 300_000 }, () => {
  test("prints a table and writes JSON and Markdown for the passing tests", async () => {
    const outputFile = [join(temporary, "auth0.json"), join(temporary, "auth0.md")];
    const options = { outputFile, threshold: share + 0.001 };
    const { code, out, tables } = await playwright(["test", "--workers=2"], { options });
    expect(out).toContain("4 passed");
    const [json = "", markdown = ""] = outputFile.map((file) => readFileSync(file, "utf8"));
    const verdict = "ERROR: Auth0 failure coverage of 15.6% is below the threshold of 15.626%.";
    expect(tables, out).toEqual([{ ...tableOf(JSON.parse(json) as CoverageReport), met, verdict }]);
    expect(markdown).toContain("## Auth0 failure coverage: 15.6%");
    expect(code).toBe(1);
  });

  test("does not count the scenarios of a failing test", async () => {
    const { code, tables } = await playwright(["test"], { root: "failing" });
    expect(code).toBe(1);
    expect(tables.map((table) => table.met)).toEqual([{ "oauth-ro/user-blocked": 1 }]);
  });

  test("reports data of another version, and counts the rest", async () => {
    const { code, out, tables } = await playwright(["test"], { root: "strange" });
    expect(code, out).toBe(0);
    expect(out).toContain("3 tests have data from another version of auth0-msw, which is not counted.");
    expect(tables.map((table) => table.met)).toEqual([{ "oauth-ro/user-blocked": 1 }]);
  });

  test("fails the threshold without the fixture, and says what is missing", async () => {
    const { code, out, tables } = await playwright(["test"], { root: "bare", options: { threshold: 1 } });
    expect(code).toBe(1);
    expect(out).toContain("No call was recorded in a passing test. Import `test` from auth0-msw/playwright.");
    expect(tables).toEqual([]);
  });

  test("prints nothing when tests are only listed", async () => {
    const { code, out } = await playwright(["test", "--list"], { root: "strange", options: { threshold: 100 } });
    expect(code, out).toBe(0);
    expect(out).not.toContain("coverage");
  });

  test("rejects invalid options", async () => {
    const { code, out } = await playwright(["test"], { options: { include: "everything" } });
    expect(code).toBe(1);
    expect(out).toContain('Invalid include "everything". Give "documented" or "all".');
  });
});

describe.concurrent("a partial run", { timeout: 300_000 }, () => {
  test.each([
    ["strange.spec.ts", ["--workers", "1", "strange.spec.ts"]],
    ["-g", ["-g", "knows", "-x"]],
    ["--grep-invert=nothing", ["--quiet", "--grep-invert=nothing"]],
  ])("skips the threshold when %s filters the tests", async (filter, args) => {
    const { code, out, tables } = await playwright(["test", ...args], { root: "strange", options: { threshold: 100 } });
    expect(code, out).toBe(0);
    const verdict = `The threshold of 100% was not applied: ${filter} selects which tests run.`;
    expect(tables.map((table) => table.verdict)).toEqual([verdict]);
  });

  test("applies the threshold with other options", async () => {
    const args = ["test", "--workers", "1", "--timeout=9000", "-j", "2", "--", "own"];
    const { code, tables } = await playwright(args, { root: "strange", options: { threshold: 100 } });
    expect(tables[0]?.verdict).toMatch("ERROR");
    expect(code).toBe(1);
  });

  test("skips the threshold for shards, and applies it when they are merged", async () => {
    const options = { threshold: share };
    const blobs = join(temporary, "blobs");
    const shards = await Promise.all(
      [1, 2].map((n) =>
        playwright(["test", `--shard=${n}/2`], {
          options,
          env: { PLAYWRIGHT_BLOB_OUTPUT_FILE: join(blobs, `${n}.zip`) },
        }),
      ),
    );
    expect(shards.map(({ code }) => code)).toEqual([0, 0]);
    expect(shards.flatMap(({ tables }) => tables.map(({ verdict }) => verdict))).toEqual([
      "The threshold of 15.625% was not applied: this is shard 1 of 2.",
      "The threshold of 15.625% was not applied: this is shard 2 of 2.",
    ]);
    const merged = await playwright(["merge-reports", blobs, "--config=playwright.config.ts"], { options });
    expect(merged.code, merged.out).toBe(0);
    expect(merged.tables).toMatchObject([{ met, verdict: "✓ The threshold of 15.625% is met." }]);
  });
});

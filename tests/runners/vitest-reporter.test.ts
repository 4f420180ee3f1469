import { on } from "node:events";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import type { Readable } from "node:stream";
import { fileURLToPath } from "node:url";
import type { CoverageReport } from "auth0-msw/vitest/reporter";
import { afterAll, describe, expect, test } from "vitest";
import { met, type Printed, share, type Table, tableOf, tablesIn } from "../helpers/coverage-table.ts";
import { run, start } from "../helpers/run.ts";
import { runsAll } from "../helpers/runs-all.ts";
import { vitestPackage } from "./vitest-package.ts";

const fixture = fileURLToPath(new URL("vitest-reporter", import.meta.url));
const temporary = mkdtempSync(join(tmpdir(), "auth0-msw-"));
afterAll(() => rmSync(temporary, { recursive: true }));

const { resolve: find } = createRequire(import.meta.url);

interface Setup {
  /** Options of the reporter. */
  readonly options?: Readonly<Record<string, unknown>>;
  readonly as?: "reporter" | "plugin" | "reporter and plugin";
  /** The folder with the specs. */
  readonly root?: string;
  /** The set-up file of the specs. */
  readonly setUp?: string;
  /** Isolates files, as Vitest does by default. One worker for all files is twice as fast and reports the same. */
  readonly isolate?: boolean;
  readonly projects?: boolean;
  /** The package folder of another Vitest version. */
  readonly runner?: string;
}

function command(args: readonly string[], setup: Setup): Parameters<typeof run> {
  const {
    options = {},
    as = "reporter",
    root = "specs",
    setUp = "auth0.ts",
    isolate = false,
    projects = false,
  } = setup;
  const { runner = dirname(find("vitest/package.json")) } = setup;
  const workers = isolate ? [] : ["--pool=threads", "--no-isolate", "--no-file-parallelism"];
  const config = [...workers, "--root", resolve(fixture, root), "--config", join(fixture, "vitest.config.ts")];
  const env = {
    NO_COLOR: "1",
    AS: as,
    COVERAGE: JSON.stringify(options),
    PROJECTS: projects ? "1" : "",
    SET_UP: setUp,
    VITEST_MODULE: join(runner, "dist/index.js"),
  };
  return [process.execPath, [join(runner, "vitest.mjs"), ...args, ...config], { cwd: fixture, env }];
}

/** Runs the specs until Vitest exits. */
async function vitest(args: readonly string[], setup: Setup = {}): Promise<Printed> {
  const { code, out, err } = await run(...command(["run", ...args], setup));
  return { code, out: out + err, tables: tablesIn(out) };
}

/** The verdict of each failure in a JSON report, with the test where it was seen. */
function screensIn(file: string): Readonly<Record<string, string>> {
  const { endpoints } = JSON.parse(readFileSync(file, "utf8")) as CoverageReport;
  const seen = endpoints.flatMap(({ scenarios }) =>
    scenarios.flatMap(({ id, screen }) => (screen ? [[id, `${screen.verdict} in ${screen.where}`]] : [])),
  );
  return Object.fromEntries(seen) as Record<string, string>;
}

describe.concurrent("after a run", { timeout: 700_000 }, () => {
  test("prints a table and writes JSON and Markdown for the passing tests, and passes a reached threshold", async () => {
    const outputFile = [join(temporary, "whole/auth0.json"), join(temporary, "whole/auth0.md")];
    const { code, out, tables } = await vitest([], { isolate: true, options: { outputFile, threshold: share } });
    expect(code, out).toBe(0);
    const verdict = "✓ The threshold of 15.625% is met.";
    expect(tables).toEqual([{ percentage: 15.6, met, missed: expect.any(Array), verdict }]);
    expect(tables[0]?.missed).toHaveLength(27);
    // The table comes last in the output.
    expect(out.indexOf("Duration")).toBeLessThan(out.indexOf("Auth0 failure coverage"));

    const [json = "", markdown = ""] = outputFile.map((file) => readFileSync(file, "utf8"));
    const report = JSON.parse(json) as CoverageReport;
    expect(report).toMatchObject({ version: 1, include: "documented", exercised: 5, total: 32 });
    expect({ ...tableOf(report), verdict }).toEqual(tables[0]);
    const rows = [...markdown.matchAll(/^\| `(.+)` \| (\d+) \| (?:`auth0\.use\("(.+)"\);`)? \|$/gm)];
    const counted = rows.filter(([, , tests]) => tests !== "0").map(([, id, tests]) => [id, Number(tests)] as const);
    expect(Object.fromEntries(counted)).toEqual(met);
    expect(rows.flatMap(([, , , used]) => used ?? [])).toEqual(tables[0]?.missed);
  });

  test("does not count the scenarios of a failing test", async () => {
    const { code, tables } = await vitest([], { root: "failing" });
    expect(code).toBe(1);
    expect(tables.map((table) => table.met)).toEqual([{ "oauth-ro/user-blocked": 1 }]);
  });

  test("reports and limits what the screen said in every test, failed ones and other scenarios included", async () => {
    const outputFile = join(temporary, "screens/auth0.json");
    const options = { outputFile, threshold: { met: 6, silent: 1 } };
    const setup = { root: "screens", setUp: "screens.ts", isolate: true, options };
    const { code, out, tables } = await vitest([], setup);
    expect(code).toBe(1);
    expect(tables).toMatchObject([
      {
        met: { "oauth-ro/user-blocked": 1, "oauth-ro/wrong-password": 1 },
        verdict: "ERROR: 2 failures are silent, more than the threshold of 1.",
      },
    ]);
    expect(out).toContain("What the screen said  1 says, 2 silent");
    expect(screensIn(outputFile)).toEqual({
      "oauth-ro/user-blocked": "silent in screens.spec.ts > shows nothing, and fails",
      "oauth-ro/wrong-password": "says in screens.spec.ts > shows its own sentence, which is the API's too",
      "oauth-ro/network-error": "silent in screens.spec.ts > shows nothing without a network",
    });

    const failed = await vitest(["-t", "and fails"], setup);
    expect(failed.out).toContain("No test passed, so there is nothing to count.");
    expect(failed.out).toContain("What the screen said  1 silent");
    expect(screensIn(outputFile)).toEqual({
      "oauth-ro/user-blocked": "silent in screens.spec.ts > shows nothing, and fails",
    });
  });

  test("counts only the endpoints and failures that the options leave", async () => {
    const options = {
      endpoints: ["passwordless-start"],
      exclude: ["passwordless-start/invalid-tenant"],
      threshold: 10,
    };
    const { code, out, tables } = await vitest([], { options });
    expect(code, out).toBe(0);
    expect(out).toContain("1 of 10 documented failures of /passwordless/start (1 excluded)");
    expect(tables[0]?.met).toEqual({ "passwordless-start/sms-provider-error": 1 });
    expect(tables[0]?.missed).toHaveLength(9);
  });

  test("reports data of another version, and counts the rest", async () => {
    const { code, out, tables } = await vitest([], { root: "strange" });
    expect(tables.map(({ verdict }) => verdict)).toEqual([""]);
    expect(code, out).toBe(0);
    expect(out).toContain("3 tests have data from another version of auth0-msw, which is not counted.");
    expect(tables.map((table) => table.met)).toEqual([{ "oauth-ro/user-blocked": 1 }]);
  });

  test("fails the threshold without a set-up file, and says what is missing", async () => {
    const { code, out, tables } = await vitest([], { root: "bare", setUp: "", options: { threshold: 1 } });
    expect(code).toBe(1);
    expect(out).toContain("No call was recorded in a passing test. Call setupAuth0() from auth0-msw/vitest");
    expect(tables).toEqual([]);
  });

  test.each(["reporter", "plugin"] as const)("rejects invalid options in the %s", async (as) => {
    const { code, out } = await vitest([], { as, options: { treshold: 100 } });
    expect(code).toBe(1);
    expect(out).toContain('Unknown coverage option "treshold". Did you mean "threshold"?');
  });
});

describe.concurrent("a partial run", { timeout: 700_000 }, () => {
  test.each([
    [["several"], "only 1 of 2 test files ran"],
    [[`${fixture}/specs/several.spec.ts:3`, `${fixture}/specs/outcomes.spec.ts`], "only tests at some lines ran"],
    [["-t", "exercises"], "only tests named like /exercises/ ran"],
  ])("skips the threshold and says why: %j", async (args, why) => {
    const { code, out, tables } = await vitest(args, { options: { threshold: 100 } });
    expect(code, out).toBe(0);
    expect(tables.map(({ verdict }) => verdict)).toEqual([`The threshold of 100% was not applied: ${why}.`]);
  });

  test("skips the threshold when the run is cut short", async () => {
    const { tables } = await vitest(["--bail=1"], { root: "failing", options: { threshold: 100 } });
    expect(tables.map(({ verdict }) => verdict)).toEqual([
      "The threshold of 100% was not applied: the run was cut short.",
    ]);
  });

  test("skips the threshold for shards, and applies it when they are merged, even if one is lost", async () => {
    const blobs = join(temporary, "blobs");
    const setup = { as: "plugin", options: { threshold: share } } as const;
    const shards = await Promise.all(
      [1, 2].map((n) => vitest([`--shard=${n}/2`, "--reporter=blob", `--outputFile=${blobs}/${n}.json`], setup)),
    );
    expect(shards.map(({ code }) => code)).toEqual([0, 0]);
    expect(shards.flatMap(({ tables }) => tables.map(({ verdict }) => verdict))).toEqual([
      "The threshold of 15.625% was not applied: this is shard 1 of 2.",
      "The threshold of 15.625% was not applied: this is shard 2 of 2.",
    ]);
    const merged = await vitest([`--merge-reports=${blobs}`], setup);
    expect(merged.code, merged.out).toBe(0);
    expect(merged.tables).toMatchObject([{ met, verdict: "✓ The threshold of 15.625% is met." }]);

    rmSync(join(blobs, "1.json"));
    const lost = await vitest([`--merge-reports=${blobs}`], setup);
    expect(lost.code, lost.out).toBe(1);
    expect(lost.tables[0]?.verdict).toMatch("ERROR");
  });

  test("prints the full table again in watch mode, and skips the threshold", async () => {
    const root = join(temporary, "watched");
    mkdirSync(root);
    const write = (name: string, id: string): void =>
      writeFileSync(
        join(root, `${name}.spec.ts`),
        `import { exercise, test } from ${JSON.stringify(join(fixture, "auth0.ts"))};\ntest("exercises one", () => exercise("${id}"));\n`,
      );
    write("kept", "oauth-ro/user-blocked");
    write("changed", "oauth-ro/wrong-password");

    const { child, ended } = start(...command(["--watch"], { root, options: { threshold: 100 } }));
    const chunks = on(child.stdout as Readable, "data", { close: ["close"] });
    let out = "";
    const tables = async (count: number): Promise<Table[]> => {
      while (tablesIn(out).filter(({ verdict }) => verdict).length < count) {
        const { value, done } = await chunks.next();
        if (done) throw new Error(`Vitest ended:\n${out}`);
        out += String(value);
      }
      return tablesIn(out);
    };
    const verdict = "The threshold of 100% was not applied: this is watch mode.";

    const before = { "oauth-ro/user-blocked": 1, "oauth-ro/wrong-password": 1 };
    expect(await tables(1)).toMatchObject([{ met: before, verdict }]);

    write("changed", "oauth-ro/password-leaked");
    const [, after] = await tables(2);
    expect(after).toMatchObject({ verdict });
    expect(after?.met).toEqual({ "oauth-ro/user-blocked": 1, "oauth-ro/password-leaked": 1 });

    child.kill();
    await ended;
  });
});

describe.concurrent("the reporter and the plugin", { timeout: 700_000 }, () => {
  test("print once for several projects, and apply the threshold although one project is excluded", async () => {
    const args = ["--project=!again", "--reporter=dot"];
    const { code, out, tables } = await vitest(args, {
      as: "plugin",
      projects: true,
      options: { threshold: share + 0.001 },
    });
    const twice = Object.fromEntries(Object.entries(met).map(([id, tests]) => [id, 2 * tests]));
    expect(
      tables.map((table) => table.met),
      out,
    ).toEqual([twice]);
    expect(tables[0]?.verdict).toBe("ERROR: Auth0 failure coverage of 15.6% is below the threshold of 15.626%.");
    expect(code).toBe(1);
  });

  test("print once when both are used, and skip the threshold for selected projects", async () => {
    const setup = { as: "reporter and plugin", projects: true, options: { threshold: 100 } } as const;
    const { code, out, tables } = await vitest(["--project=node"], setup);
    expect(code, out).toBe(0);
    expect(tables).toMatchObject([
      { met, verdict: "The threshold of 100% was not applied: only the projects that match node ran." },
    ]);
  });

  test.each([["3.2", 3] as const, ...(runsAll ? [["4.0", 4] as const] : [])])(
    "work in Vitest %s",
    async (version, major) => {
      const runner = await vitestPackage(major);
      const runs = (["reporter", "plugin"] as const).map((as) =>
        vitest([], { as, runner, isolate: true, options: { threshold: share } }),
      );
      for (const { code, out, tables } of await Promise.all(runs)) {
        expect(out).toContain(`v${version}`);
        expect(code, out).toBe(0);
        expect(tables).toMatchObject([{ met, verdict: "✓ The threshold of 15.625% is met." }]);
      }
    },
  );
});

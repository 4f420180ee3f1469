import { join } from "node:path";
import { stripVTControlCharacters } from "node:util";
import { mockAuth0, type Scenario } from "auth0-msw";
import { describe, expect, test } from "vitest";
import { type Ran, run } from "../helpers/run.ts";
import { auth0Msw, repository } from "./project.ts";

const { scenarios } = mockAuth0();
const endpoints = ["oauth-ro", "passwordless-start"] as const;

/** Runs `list` as in a terminal of this width. */
function listAt(
  columns: number,
  args: readonly string[] = [],
  env: Readonly<Record<string, string>> = {},
): Promise<Ran> {
  const terminal = `data:text/javascript,process.stdout.columns=${columns}`;
  const cli = ["--conditions=auth0-msw-source", "--import", terminal, join(repository, "src/cli/index.ts")];
  return run(process.execPath, [...cli, "list", ...args], { cwd: repository, env });
}

const wordsOf = (text: string): string[] => text.split(/\s+/).filter((word) => word !== "");

function wordsOfScenario({ status, id, evidence, error, summary }: Scenario): string[] {
  return wordsOf(`${status ?? "–––"} ${id} ${evidence} ${error === null ? "" : `${error}:`} ${summary}`);
}

function idsIn(out: string): string[] {
  return (JSON.parse(out) as { id: string }[]).map(({ id }) => id);
}

describe("list", { concurrent: true }, () => {
  test.each([60, 80, 100, 120, 200])("fits into %i columns and never breaks a word", async (columns) => {
    const { code, out, err } = await listAt(columns);
    expect([code, err]).toEqual([0, ""]);
    expect(Math.max(...out.split("\n").map((line) => line.length))).toBeLessThanOrEqual(columns);
    const groups = endpoints.map((endpoint) => scenarios.filter((scenario) => scenario.endpoint === endpoint));
    const expected = groups.flatMap((group, n) =>
      [wordsOf(`${endpoints[n]} ${group.length} scenarios`), ...group.map(wordsOfScenario)].flat(),
    );
    expect(wordsOf(out)).toEqual(expected);
  });

  test.each([
    ["without a terminal", () => auth0Msw(repository, "list")],
    ["in a terminal that reports no width", () => listAt(0)],
    ["in color", () => listAt(80, [], { FORCE_COLOR: "1" })],
  ])("prints the same lines as at 80 columns %s", async (_name, listed) => {
    const { out } = await listAt(80);
    expect(stripVTControlCharacters((await listed()).out)).toBe(out);
  });

  test("gives each endpoint a heading with its number of scenarios", async () => {
    const { out } = await listAt(80);
    const headings = out.split("\n").filter((line) => /^[a-z]/.test(line));
    const counts = endpoints.map((endpoint) => scenarios.filter((scenario) => scenario.endpoint === endpoint).length);
    expect(headings).toEqual(endpoints.map((endpoint, n) => `${endpoint}  ${counts[n]} scenarios`));
  });

  test("puts the text below the id in a narrow terminal, and beside it in a wide one", async () => {
    expect((await listAt(75, ["--status", "502", "oauth-ro"])).out).toBe(`oauth-ro  1 scenario

502  oauth-ro/bad-gateway  inferred
     A proxy between the page and the service responds with an HTML page.
`);
    expect((await listAt(120, ["--status", "502", "oauth-ro"])).out).toBe(`oauth-ro  1 scenario

502  oauth-ro/bad-gateway  inferred    A proxy between the page and the service responds with an HTML page.
`);
  });

  test.each([
    ["401", ({ status }: Scenario) => status === 401],
    ["4xx", ({ status }: Scenario) => status !== null && status >= 400 && status < 500],
    ["5XX", ({ status }: Scenario) => status !== null && status >= 500],
    ["none", ({ status }: Scenario) => status === null],
  ])("--status %s prints only scenarios with this status", async (status, isListed) => {
    const all = await auth0Msw(repository, "list", "--json", "--status", status);
    expect(idsIn(all.out)).toEqual(scenarios.filter(isListed).map(({ id }) => id));
    const one = await auth0Msw(repository, "list", "--json", "--status", status, "passwordless-start");
    const ofEndpoint = scenarios.filter((scenario) => scenario.endpoint === "passwordless-start" && isListed(scenario));
    expect(idsIn(one.out)).toEqual(ofEndpoint.map(({ id }) => id));
  });

  test.each([
    ["4o1", 'Unknown status "4o1". Did you mean "401"?'],
    ["40x", 'Unknown status "40x". Did you mean "4xx"?'],
    ["418", 'Unknown status "418". Did you mean "4xx"?'],
    ["non", 'Unknown status "non". Did you mean "none"?'],
    ["999", 'Unknown status "999". Give a code such as 401, a class such as 4xx, or none.'],
  ])("rejects the status %s with the nearest one", async (status, message) => {
    expect(await auth0Msw(repository, "list", "--status", status)).toEqual({ code: 1, out: "", err: `${message}\n` });
  });

  test("--json prints the catalog", async () => {
    const { out } = await auth0Msw(repository, "list", "--json");
    expect(JSON.parse(out)).toEqual(JSON.parse(JSON.stringify(scenarios)));
  });

  test("--markdown prints a table, optionally of one endpoint", async () => {
    const { out } = await auth0Msw(repository, "list", "--markdown", "passwordless-start");
    const [head, rule, ...rows] = out.trimEnd().split("\n");
    expect(head).toBe("| scenario | status | `error` | `error_description` | what happened | evidence |");
    expect(rule).toBe("| --- | --- | --- | --- | --- | --- |");
    const ids = scenarios.filter(({ endpoint }) => endpoint === "passwordless-start").map(({ id }) => id);
    expect(rows.map((row) => /^\| `(.*?)` \|/.exec(row)?.[1])).toEqual(ids);
    expect(new Set(rows.map((row) => row.split(/(?<!\\)\|/).length))).toEqual(new Set([8]));
  });
});

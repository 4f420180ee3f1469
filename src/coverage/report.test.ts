import { mockAuth0, type ScenarioId } from "auth0-msw";
import { expect, test } from "vitest";
import { toMarkdown } from "./markdown.ts";
import { createReport, isCounted, summaryOf } from "./report.ts";
import { toTable } from "./table.ts";

const auth0 = mockAuth0();
const { scenarios } = auth0;

const idsIn = (include: "documented" | "all") =>
  createReport([], include).endpoints.flatMap((endpoint) => endpoint.scenarios.map(({ id }) => id));

test("counts the 32 failures with documented bodies, or all 75 scenarios", () => {
  const documented = scenarios.filter(({ kind, evidence }) => kind === "failure" && evidence === "documented");
  expect(idsIn("documented")).toEqual(documented.map(({ id }) => id));
  expect(documented).toHaveLength(32);
  expect(idsIn("all")).toEqual(scenarios.map(({ id }) => id));
  expect(scenarios).toHaveLength(75);
});

test("counts a scenario once per test, and ignores ids that are not in the catalog", () => {
  const report = createReport(
    [["oauth-ro/user-blocked", "oauth-ro/user-blocked", "oauth-ro/maintenance"], ["oauth-ro/user-blocked"], []],
    "documented",
  );
  const met = report.endpoints.flatMap((endpoint) => endpoint.scenarios.filter(({ tests }) => tests > 0));
  expect(met).toEqual([{ id: "oauth-ro/user-blocked", tests: 2, line: 'auth0.use("oauth-ro/user-blocked");' }]);
  expect(report).toMatchObject({ exercised: 1, total: 32, endpoints: [{ exercised: 1 }, { exercised: 0, total: 11 }] });
});

test("rounds the percentage down, so that 100 means all scenarios", () => {
  const ids = idsIn("all");
  expect(createReport([ids.slice(1)], "all").percentage).toBe(98.6);
  expect(createReport([ids], "all").percentage).toBe(100);
  expect(createReport([], "all").percentage).toBe(0);
});

test("gives each scenario the line that switches it on", () => {
  for (const { endpoint, scenarios: covered } of createReport([], "all").endpoints) {
    for (const { id, line } of covered) {
      const [, used = ""] = /^auth0\.use\("(.+)"\);$/.exec(line) ?? [];
      auth0.use(used as ScenarioId);
      expect(auth0.active(endpoint)).toBe(id);
    }
  }
});

test("counts only what endpoints and exclude leave", () => {
  const counts = { endpoints: ["oauth-ro"], exclude: ["oauth-ro/missing-device", "oauth-ro/success"] } as const;
  const report = createReport([["oauth-ro/user-blocked", "oauth-ro/missing-device"]], "documented", [], counts);
  expect(report).toMatchObject({ counts, exercised: 1, total: 20, endpoints: [{ exercised: 1, total: 20 }] });
  expect(report.endpoints).toHaveLength(1);
  expect(summaryOf(report)).toBe("1 of 20 documented failures of /oauth/ro (2 excluded)");

  const ids = report.endpoints.flatMap((endpoint) => endpoint.scenarios.map(({ id }) => id));
  expect(createReport([ids], "documented", [], counts).percentage).toBe(100);
});

test("keeps the verdicts of what doesn't count", () => {
  const record = { verdict: "silent", sentence: "", why: "Nothing visible changed." } as const;
  const left = ["oauth-ro/network-error", "oauth-ro/missing-device", "passwordless-start/invalid-email"];
  const screens = left.map((scenario) => ({ scenario, verdict: "silent", sentence: "", why: record.why }) as const);
  const report = createReport([left], "documented", screens, {
    endpoints: ["oauth-ro"],
    exclude: ["oauth-ro/missing-device"],
  });
  expect(report).toMatchObject({ exercised: 0, total: 20, endpoints: [{ total: 20 }, { total: 0 }] });
  const beyond = report.endpoints.flatMap((endpoint) => endpoint.scenarios.filter((each) => !isCounted(each)));
  expect(
    beyond
      .map(({ id, tests, screen }) => ({ id, tests, screen }))
      .toSorted((a, b) => left.indexOf(a.id) - left.indexOf(b.id)),
  ).toEqual(left.map((id) => ({ id, tests: 1, screen: record })));
  for (const id of left) {
    const name = id.slice(id.indexOf("/") + 1);
    expect(toTable(report, 80)).not.toContain(name);
    expect(toMarkdown(report).split(`\`${id}\``)).toHaveLength(2);
  }
});

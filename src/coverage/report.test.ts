import { mockAuth0, type ScenarioId } from "auth0-msw";
import { expect, test } from "vitest";
import { createReport } from "./report.ts";

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

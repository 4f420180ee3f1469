import { stripVTControlCharacters } from "node:util";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { createReport } from "./report.ts";
import { toTable } from "./table.ts";

const ids = createReport([], "all").endpoints.flatMap(({ scenarios }) => scenarios.map(({ id }) => id));
const manyTests = Array.from({ length: 120 }, () => ids);
const half = [ids.filter((_, index) => index % 2 === 0)];

beforeEach(() => {
  vi.stubEnv("FORCE_COLOR", "0");
});
afterEach(() => {
  vi.unstubAllEnvs();
});

describe.each(["documented", "all"] as const)("%s", (include) => {
  test("has no line longer than the terminal, from 80 columns up", () => {
    for (const tests of [[], half, manyTests]) {
      for (let columns = 80; columns <= 130; columns += 1) {
        const lines = toTable(createReport(tests, include), columns).split("\n");
        expect(lines.filter((line) => line.length > columns || line.endsWith(" "))).toEqual([]);
      }
    }
  });

  test.each([1, 40, 80, 120])("lists every scenario once, in %i columns", (columns) => {
    const report = createReport(half, include);
    const table = toTable(report, columns);
    for (const { path, scenarios } of report.endpoints) {
      const [, section = ""] = table.split(`POST ${path}`);
      const [own = ""] = section.split("POST");
      for (const { id, tests, line } of scenarios) {
        const name = id.slice(id.indexOf("/") + 1);
        expect(own.match(new RegExp(`✓ 1×  ${name}(?![\\w-])`, "g")) ?? []).toHaveLength(tests);
        expect(own.split(`✗     ${line}`)).toHaveLength(tests === 0 ? 2 : 1);
      }
    }
  });
});

test("adds colors without changing the text, and only when they are enabled", () => {
  const table = () => toTable(createReport(half, "documented"), 80);
  const plain = table();
  expect(stripVTControlCharacters(plain)).toBe(plain);
  vi.stubEnv("FORCE_COLOR", "1");
  expect(table()).not.toBe(plain);
  expect(stripVTControlCharacters(table())).toBe(plain);
  vi.stubEnv("FORCE_COLOR", "");
  vi.stubEnv("NO_COLOR", "");
  vi.stubEnv("CI", "true");
  expect(table()).not.toBe(plain);
  vi.stubEnv("NO_COLOR", "1");
  expect(table()).toBe(plain);
});

import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { withTables } from "../../scripts/readme-tables.ts";

const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), "utf8");
const readme = read("README.md");

test("its tables are those of the catalog and of the build; `npm run readme` writes them anew", async () => {
  expect(await withTables(readme)).toBe(readme);
});

describe("its snippets are files that run here", () => {
  test.each([
    "tests/dom/readme/component.test.tsx",
    "tests/dom/readme/auth0.ts",
    "tests/runners/jest/auth0.js",
    "tests/runners/jest/jest.config.json",
    "tests/runners/node-test/auth0.mjs",
  ])("%s", (path) => {
    const asUsersHaveIt = read(path)
      .replace("../../../stories/sign-in/sign-in-page.tsx", "./sign-in-page")
      .replace("./auth0.ts", "./auth0");
    expect(readme).toContain(`\n${asUsersHaveIt}\`\`\`\n`);
  });
});

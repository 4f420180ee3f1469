import { rmSync } from "node:fs";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Ran } from "../helpers/run.ts";
import { emptyProject, install } from "./npm.ts";
import { record } from "./results.ts";

/** What the package can run on, and what it can't. An entry that a project does not use must not stop its install. */
const beside = [
  "storybook@8.6.14",
  "storybook@9.1.20",
  "storybook@10.6.7",
  "storybook@11.0.0-alpha.6",
  "@playwright/test@1.50.1",
  "vitest@2.1.9",
  "jest@29.7.0",
  "msw@2.10.0",
];
const tooOld = "msw@1.3.5";

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true });
});

const ran = new Map<string, Ran>();
beforeAll(async () => {
  await Promise.all(
    [...beside, tooOld].map(async (other) => {
      const folder = emptyProject();
      folders.push(folder);
      // It resolves all versions, peers included, and unpacks nothing.
      ran.set(other, await install(folder, [other], ["--package-lock-only"]));
    }),
  );
});

const rows = beside.map((each) => [each]);

test.each(beside)("npm install succeeds beside %s", (other) => {
  record("installs", rows, [other], true);
  expect(ran.get(other)).toMatchObject({ code: 0, err: "" });
});

test("npm install refuses an MSW that is too old", () => {
  expect(ran.get(tooOld)).toMatchObject({ code: 1, err: expect.stringContaining("ERESOLVE") });
});

import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { mockAuth0 } from "auth0-msw";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { newProject } from "./new-project.ts";

/** What a runner says of a test. */
export interface Result {
  readonly title: string;
  readonly passed: boolean;
  /** Where it failed, the message first. */
  readonly stack?: string | undefined;
}

interface Run {
  readonly code: number | null;
  readonly results: readonly Result[];
}

interface Recipe {
  /** The folder of the example with the set-up, and of two more test files here. */
  readonly fixture: string;
  /** What they need beside this package. */
  readonly packages: readonly string[];
  readonly extension: "js" | "mjs";
  /** Runs one test file as one does on the command line. */
  readonly run: (root: string, file: string) => Promise<Run>;
}

/** Tests that the set-up file of a folder works in the runner that it is for. */
export function testRecipe({ fixture, packages, extension, run }: Recipe): void {
  // More than a run may take, on a machine that is slow and busy.
  vi.setConfig({ testTimeout: 320_000, hookTimeout: 320_000 });
  let root: string;
  beforeAll(async () => {
    root = await newProject(fixture, packages);
  });
  afterAll(() => rmSync(root, { recursive: true, force: true }));

  test("the tests that the documentation shows pass", async () => {
    const { code, results } = await run(root, `blocked-user.test.${extension}`);
    expect(results.map(({ title, passed }) => [title, passed])).toEqual([
      ["rejects a blocked user", true],
      ["signs Ada in", true],
    ]);
    expect(code).toBe(0);
  });

  test("answers, provokes, resets and isolates, and the run ends by itself", async () => {
    const { code, results } = await run(root, `sign-in.test.${extension}`);
    const ids = mockAuth0()
      .failures("oauth-ro")
      .map(({ id }) => id);
    const titles = [
      "signs Ada in with the live tenant",
      "answers with the failure that a request provokes",
      ...ids.map((id) => `answers with ${id}`),
      "starts fresh with every test",
      ...ids.map((id) => `answers concurrently with ${id}`),
      "ends with a pending request",
    ];
    expect(results.filter(({ passed }) => !passed)).toEqual([]);
    expect(results.map(({ title }) => title).toSorted()).toEqual(titles.toSorted());
    expect(code).toBe(0);
  });

  test("a name that nobody knows fails at the line that says it", async () => {
    const file = `unknown-name.test.${extension}`;
    const { code, results } = await run(root, file);
    const lines = readFileSync(join(root, file), "utf8").split("\n");
    const [message, first] = results.flatMap(({ stack = "" }) => stack.split("\n"));
    expect(message).toContain('Unknown scenario "oauth-ro/user-bloked". Did you mean "oauth-ro/user-blocked"?');
    expect(first).toContain(`${file}:${lines.findIndex((line) => line.includes("bloked")) + 1}:`);
    expect(code).toBe(1);
  });
}

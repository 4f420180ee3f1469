import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { mockAuth0 } from "auth0-msw";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { newProject } from "./new-project.ts";

/** The result of a test in a runner. */
export interface Result {
  readonly title: string;
  readonly passed: boolean;
  /** The stack of the error, with its message first. */
  readonly stack?: string | undefined;
}

interface Run {
  readonly code: number | null;
  readonly results: readonly Result[];
}

interface Recipe {
  /** The name of the example with the setup, and of the folder with two more test files in `runners`. */
  readonly fixture: string;
  /** Packages that they need in addition to this one. */
  readonly packages: readonly string[];
  readonly extension: "js" | "mjs";
  /** Runs one test file as on the command line. */
  readonly run: (root: string, file: string) => Promise<Run>;
}

/** Tests that the setup file of an example works in its runner. */
export function testRecipe({ fixture, packages, extension, run }: Recipe): void {
  // Longer than the timeout of a run, on a slow and busy machine.
  vi.setConfig({ testTimeout: 320_000, hookTimeout: 320_000 });
  let root: string;
  beforeAll(async () => {
    root = await newProject(fixture, packages);
  });
  afterAll(() => rmSync(root, { recursive: true, force: true }));

  test("the tests in the documentation pass", async () => {
    const { code, results } = await run(root, `blocked-user.test.${extension}`);
    expect(results.map(({ title, passed }) => [title, passed])).toEqual([
      ["rejects a blocked user", true],
      ["signs Ada in", true],
    ]);
    expect(code).toBe(0);
  });

  test("answers, provokes, resets and isolates, and the process exits", async () => {
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

  test("an unknown name fails at its own line", async () => {
    const file = `unknown-name.test.${extension}`;
    const { code, results } = await run(root, file);
    const lines = readFileSync(join(root, file), "utf8").split("\n");
    const [message, first] = results.flatMap(({ stack = "" }) => stack.split("\n"));
    expect(message).toContain('Unknown scenario "oauth-ro/user-bloked". Did you mean "oauth-ro/user-blocked"?');
    expect(first).toContain(`${file}:${lines.findIndex((line) => line.includes("bloked")) + 1}:`);
    expect(code).toBe(1);
  });
}

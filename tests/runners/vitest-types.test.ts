import { cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "tsdown";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { library } from "../../tsdown.config.ts";
import { run } from "../helpers/run.ts";
import { vitestPackage } from "./vitest-package.ts";

const repository = fileURLToPath(new URL("../..", import.meta.url));
const root = realpathSync(mkdtempSync(join(tmpdir(), "auth0-msw-vitest-types-")));
afterAll(() => rmSync(root, { recursive: true }));

const compilerOptions = {
  target: "ES2024",
  lib: ["ES2024", "DOM"],
  module: "preserve",
  moduleResolution: "bundler",
  types: [],
  strict: true,
  noEmit: true,
  skipLibCheck: false,
};

/** The code of a project before it installs this package. */
const without = `
import { setupServer } from "msw/node";
import { setupWorker } from "msw/browser";
import { expect } from "vitest";
expect([setupServer, setupWorker]).toHaveLength(2);
`;

const withMatcher = `${without}
import { mockAuth0 } from "auth0-msw";
import { setupAuth0 } from "auth0-msw/vitest";
import type { TaskMeta } from "vitest";

const auth0 = setupAuth0();
const custom = setupAuth0(mockAuth0({ scenarios: { "oauth-ro": { "terms-changed": { status: 403 } } } }));
const nothing: void = expect(auth0).toHaveAnswered("oauth-ro/user-blocked");
expect(auth0).not.toHaveAnswered("passwordless-start/invalid-email");
expect.soft(auth0).toHaveAnswered("oauth-ro/user-blocked");
expect(custom).toHaveAnswered("oauth-ro/terms-changed");
const polled: Promise<void> = expect.poll(() => auth0).toHaveAnswered("oauth-ro/user-blocked");
const served: readonly string[] | undefined = ({} as TaskMeta).auth0?.served;

// @ts-expect-error: a wrong name
expect(auth0).toHaveAnswered("oauth-ro/user-bloked");
// @ts-expect-error: a wrong name
expect(auth0).not.toHaveAnswered("oauth-ro/user-bloked");
// @ts-expect-error: no scenario has that name
expect(auth0).toHaveAnswered("oauth-ro/live");
// @ts-expect-error: a scenario of another mock
expect(auth0).toHaveAnswered("oauth-ro/terms-changed");
// @ts-expect-error: not a mock
expect(auth0.calls()).toHaveAnswered("oauth-ro/user-blocked");
// @ts-expect-error: not a mock either
expect({}).toHaveAnswered("oauth-ro/user-blocked");
export { nothing, polled, served };
`;

/** Before version 5, Vitest does not pass the polled type to a matcher's type. */
const ofVersion5 = `
// @ts-expect-error: a wrong name
await expect.poll(() => auth0).toHaveAnswered("oauth-ro/user-bloked");
`;

beforeAll(async () => {
  const own = join(root, "auth0-msw");
  mkdirSync(own);
  cpSync(join(repository, "package.json"), join(own, "package.json"));
  await build({
    ...library,
    config: false,
    cwd: repository,
    entry: { index: library.entry.index, "vitest/index": library.entry["vitest/index"] },
    outDir: join(own, "dist"),
    hooks: {},
    logLevel: "error",
  });
}, 300_000);

/** A new project with the package as it is published. A link would resolve to this repository's Vitest. */
async function newProject(version: 3 | 4 | 5): Promise<string> {
  const project = join(root, `with-vitest-${version}`);
  const modules = join(project, "node_modules");
  mkdirSync(modules, { recursive: true });
  cpSync(join(root, "auth0-msw"), join(modules, "auth0-msw"), { recursive: true });
  symlinkSync(await vitestPackage(version), join(modules, "vitest"));
  for (const name of ["msw", "jose", "@faker-js/faker"]) {
    mkdirSync(dirname(join(modules, name)), { recursive: true });
    symlinkSync(join(repository, "node_modules", name), join(modules, name));
  }
  return project;
}

/** Returns the compiler errors of a file. */
async function compile(project: string, name: string, text: string): Promise<string[]> {
  writeFileSync(join(project, `${name}.ts`), text);
  writeFileSync(join(project, `${name}.json`), JSON.stringify({ compilerOptions, files: [`${name}.ts`] }));
  const tsc = join(repository, "node_modules/typescript/bin/tsc");
  const { out, code } = await run(process.execPath, [tsc, "-p", `${name}.json`, "--pretty", "false"], { cwd: project });
  const errors = out.split("\n").filter((line) => line.includes("error TS"));
  // Otherwise the compiler itself has failed.
  expect(errors.length > 0).toBe(code !== 0);
  return errors;
}

describe.each([3, 4, 5] as const)("Vitest %s, with all declarations checked", (version) => {
  test(
    "the package adds no compiler error, and its matcher accepts the ids of the mock",
    { timeout: 300_000 },
    async () => {
      const project = await newProject(version);
      const before = await compile(project, "without", without);
      const after = await compile(project, "with", withMatcher + (version === 5 ? ofVersion5 : ""));
      expect(after.filter((error) => !before.includes(error))).toEqual([]);
    },
  );
});

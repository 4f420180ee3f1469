import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { defaultClientConditions, defaultServerConditions } from "vite";
import type { TestProjectInlineConfiguration, ViteUserConfig } from "vitest/config";
import { Report } from "./report.ts";

/** What every version of Vitest runs here. */
export function configuration(projects: TestProjectInlineConfiguration[]): ViteUserConfig {
  return {
    // Beside the report, and gone with it: Vite does not see when what it has bundled of this package changes.
    cacheDir: join(dirname(process.env.REPORT ?? ""), "vite"),
    resolve: {
      conditions: ["auth0-msw-source", ...defaultClientConditions],
      // That of the version that runs: these folders are in a project of another one.
      alias: [{ find: "vitest/suite", replacement: join(dirname(process.argv[1] ?? ""), "dist/suite.js") }],
    },
    ssr: { resolve: { conditions: ["auth0-msw-source", ...defaultServerConditions] } },
    test: {
      reporters: [new Report()],
      env: { LOOPBACK: process.env.LOOPBACK ?? "" },
      // More tests that overlap.
      maxConcurrency: 20,
      // Machines can be slow, and busy.
      testTimeout: 120_000,
      hookTimeout: 120_000,
      teardownTimeout: 60_000,
      projects,
    },
  };
}

type TestOptions = TestProjectInlineConfiguration["test"] & object;
type Options = Pick<TestOptions, "environment" | "fileParallelism" | "include" | "isolate" | "setupFiles">;

interface Project {
  readonly extends: true;
  readonly test: Options & { readonly name: string };
}

/** A project whose set-up file is of one line. */
export function oneLine(name: string, more: Options = {}): Project {
  const include = ["one-line.spec.ts"];
  return { extends: true, test: { name, setupFiles: setUp("one-line"), include, ...more } };
}

/** A project with a set-up file of its own. */
export function own(name: string): Project {
  return oneLine(name, { setupFiles: setUp(name), include: [`${name}.spec.ts`] });
}

/** Vitest looks for those of a browser's instance where it runs, not in the root. */
export function setUp(name: string): string[] {
  return [fileURLToPath(new URL(`set-ups/${name}.ts`, import.meta.url))];
}

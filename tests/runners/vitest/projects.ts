import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { defaultClientConditions, defaultServerConditions } from "vite";
import type { TestProjectInlineConfiguration, ViteUserConfig } from "vitest/config";
import { Report } from "./report.ts";

/** The configuration for every version of Vitest. */
export function configuration(projects: TestProjectInlineConfiguration[]): ViteUserConfig {
  return {
    // Next to the report and deleted with it: Vite does not notice when this package's bundled files change.
    cacheDir: join(dirname(process.env.REPORT ?? ""), "vite"),
    resolve: {
      conditions: ["auth0-msw-source", ...defaultClientConditions],
      // From the Vitest that runs: these folders belong to a project with another version.
      alias: [{ find: "vitest/suite", replacement: join(dirname(process.argv[1] ?? ""), "dist/suite.js") }],
    },
    ssr: { resolve: { conditions: ["auth0-msw-source", ...defaultServerConditions] } },
    test: {
      reporters: [new Report()],
      env: { LOOPBACK: process.env.LOOPBACK ?? "" },
      // More tests overlap.
      maxConcurrency: 20,
      // Generous, for slow and busy machines.
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

/** A project with the one-line set-up file. */
export function oneLine(name: string, more: Options = {}): Project {
  const include = ["one-line.spec.ts"];
  return { extends: true, test: { name, setupFiles: setUp("one-line"), include, ...more } };
}

/** A project with its own set-up file. */
export function own(name: string): Project {
  return oneLine(name, { setupFiles: setUp(name), include: [`${name}.spec.ts`] });
}

/** Absolute, because Vitest resolves the set-up files of a browser instance from its working directory. */
export function setUp(name: string): string[] {
  return [fileURLToPath(new URL(`set-ups/${name}.ts`, import.meta.url))];
}

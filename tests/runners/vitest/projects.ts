import { fileURLToPath } from "node:url";
import { defaultClientConditions, defaultServerConditions } from "vite";
import type { TestProjectInlineConfiguration, ViteUserConfig } from "vitest/config";
import { Report } from "./report.ts";

/** What every version of Vitest runs here. */
export function configuration(projects: TestProjectInlineConfiguration[]): ViteUserConfig {
  return {
    // Else each version would begin a folder of its own here.
    cacheDir: fileURLToPath(new URL("../../../node_modules/.vite/runners", import.meta.url)),
    resolve: { conditions: ["auth0-msw-source", ...defaultClientConditions] },
    ssr: { resolve: { conditions: ["auth0-msw-source", ...defaultServerConditions] } },
    test: {
      reporters: [new Report()],
      env: { LOOPBACK: process.env.LOOPBACK ?? "" },
      testTimeout: 20_000,
      projects,
    },
  };
}

type TestOptions = TestProjectInlineConfiguration["test"] & object;

/** A project whose set-up file is of one line. */
export function oneLine(name: string, more: TestOptions = {}): TestProjectInlineConfiguration {
  const include = ["sessions.spec.ts", "attempts.spec.ts", "mistakes.spec.ts"];
  return { extends: true, test: { name, setupFiles: ["set-ups/one-line.ts"], include, ...more } };
}

/** A project with a set-up file of its own. */
export function own(name: string): TestProjectInlineConfiguration {
  return oneLine(name, { setupFiles: [`set-ups/${name}.ts`], include: [`${name}.spec.ts`] });
}

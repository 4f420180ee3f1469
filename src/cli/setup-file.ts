import { existsSync } from "node:fs";
import { join } from "node:path";
import { jestStep, jestTakesImports } from "./jest-step.ts";
import type { Project, Runner } from "./project.ts";
import type { Step } from "./step.ts";
import { vitestStep } from "./vitest-step.ts";

interface SetupFile {
  /** Relative to the project's root. */
  readonly path: string;
  readonly text: string;
  /** How to configure the runner, and how to import the mock. */
  readonly next: readonly Step[];
}

/** The setup file that makes a mock answer in tests, and how to use it. */
export function setupFile(project: Project, runner: Runner): SetupFile {
  const folder = ["tests", "test", "src"].find((each) => existsSync(join(project.root, each)));
  // Jest does not load .mjs files without its module flag.
  const script = project.isModule || runner === "jest" ? "js" : "mjs";
  const name = `auth0-mock.${project.isTypeScript ? "ts" : script}`;
  const path = folder === undefined ? name : `${folder}/${name}`;
  const { config, lines } = recipes[runner](path, project);
  return {
    path,
    text: lines.map((line) => `${line}\n`).join(""),
    next: [
      ...(config ? [config] : []),
      {
        text: "In your tests, by its path:",
        code:
          runner === "jest" && !jestTakesImports(project)
            ? `const { auth0 } = require("./${name}");`
            : `import { auth0 } from "./${name.replace(/\.ts$/, "")}";`,
        isUsage: true,
      },
    ],
  };
}

interface Recipe {
  /** How to configure the runner. Undefined when nothing is missing. */
  readonly config: Step | undefined;
  readonly lines: readonly string[];
}

const recipes: Readonly<Record<Runner, (path: string, project: Project) => Recipe>> = {
  vitest: (path, project) => ({
    config: vitestStep(project, path),
    lines: ['import { setupAuth0 } from "auth0-msw/vitest";', "", "export const auth0 = setupAuth0();"],
  }),

  jest: (path, project) => ({
    config: jestStep(project, path),
    lines: jestTakesImports(project)
      ? ['import { setupAuth0 } from "auth0-msw/jest";', "", "export const auth0 = setupAuth0();"]
      : ['const { setupAuth0 } = require("auth0-msw/jest");', "", "exports.auth0 = setupAuth0();"],
  }),

  node: (path) => ({
    config: { text: "Load it before the tests:", code: `node --import ./${path} --test`, isUsage: true },
    lines: ['import { setupAuth0 } from "auth0-msw/node-test";', "", "export const auth0 = setupAuth0();"],
  }),
};

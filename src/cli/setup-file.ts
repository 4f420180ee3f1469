import { existsSync } from "node:fs";
import { join } from "node:path";
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
  const name = `auth0-mock.${project.isTypeScript ? "ts" : project.isModule ? "js" : "mjs"}`;
  const path = folder === undefined ? name : `${folder}/${name}`;
  const { config, lines } = recipes[runner](path, project);
  return {
    path,
    text: lines.map((line) => `${line}\n`).join(""),
    next: [
      ...(config ? [config] : []),
      {
        text: "In your tests, by its path:",
        code: `import { auth0 } from "./${name.replace(/\.ts$/, "")}";`,
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

  jest: (_path, { dependencies }) => ({
    config: {
      text:
        "Run Jest with NODE_OPTIONS=--experimental-vm-modules. Plain jsdom has no Request. If you need a transform, " +
        "it must leave ES modules unchanged. In your Jest config:",
      code: '"testEnvironment": "jest-fixed-jsdom",\n"transform": {}',
      isUsage: true,
    },
    lines: [
      'import { subtle } from "node:crypto";',
      ...(dependencies.has("@jest/globals") ? ['import { afterAll, afterEach, beforeAll } from "@jest/globals";'] : []),
      'import { mockAuth0 } from "auth0-msw";',
      'import { setupServer } from "msw/node";',
      "",
      "export const auth0 = mockAuth0();",
      "const server = setupServer(...auth0.handlers);",
      "",
      "beforeAll(() => server.listen());",
      "afterEach(() => auth0.reset());",
      "afterAll(() => server.close());",
      'Object.defineProperty(crypto, "subtle", { value: subtle }); // needed to sign ID tokens; jsdom does not provide it',
    ],
  }),

  node: (path) => ({
    config: { text: "Load it before the tests:", code: `node --import ./${path} --test`, isUsage: true },
    lines: [
      'import { afterEach } from "node:test";',
      'import { mockAuth0 } from "auth0-msw";',
      'import { setupServer } from "msw/node";',
      "",
      "export const auth0 = mockAuth0();",
      "",
      "setupServer(...auth0.handlers).listen();",
      "afterEach(() => auth0.reset());",
    ],
  }),
};

import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Project, Runner } from "./project.ts";

interface SetupFile {
  /** Relative to the project's root. */
  readonly path: string;
  readonly text: string;
  /** How to configure the runner, and how to import the mock. */
  readonly usage: string;
}

/** The setup file that makes a mock answer in tests, and how to use it. */
export function setupFile(project: Project, runner: Runner): SetupFile {
  const folder = ["tests", "test", "src"].find((each) => existsSync(join(project.root, each)));
  const name = `auth0-mock.${project.isTypeScript ? "ts" : project.isModule ? "js" : "mjs"}`;
  const path = folder === undefined ? name : `${folder}/${name}`;
  const { config, lines } = recipes[runner](path, project.dependencies);
  return {
    path,
    text: lines.map((line) => `${line}\n`).join(""),
    usage: `${config}\nIn your tests: import { auth0 } from "./${name.replace(/\.ts$/, "")}".`,
  };
}

interface Recipe {
  /** How to configure the runner. */
  readonly config: string;
  readonly lines: readonly string[];
}

const recipes: Readonly<Record<Runner, (path: string, dependencies: ReadonlySet<string>) => Recipe>> = {
  vitest: (path) => ({
    config: `In your Vitest config: setupFiles: ["./${path}"].`,
    lines: ['import { setupAuth0 } from "auth0-msw/vitest";', "", "export const auth0 = setupAuth0();"],
  }),

  jest: (_path, dependencies) => ({
    config: `Run Jest with NODE_OPTIONS=--experimental-vm-modules. In your Jest config:
  { "testEnvironment": "jest-fixed-jsdom", "transform": {} }
Plain jsdom has no Request. If you need a transform, it must leave ES modules unchanged.`,
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
    config: `Load it before the tests: node --import ./${path} --test.`,
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

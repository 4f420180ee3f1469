import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Project, Runner } from "./project.ts";

interface SetupFile {
  /** From the project's root. */
  readonly path: string;
  readonly text: string;
  /** What the runner needs for it, and how tests get at the mock. */
  readonly usage: string;
}

/** The file that has a mock answer in tests, and what to do with it. */
export function setupFile(project: Project, runner: Runner): SetupFile {
  const folder = ["tests", "test", "src"].find((each) => existsSync(join(project.root, each)));
  const name = `auth0-mock.${project.isTypeScript ? "ts" : project.isModule ? "js" : "mjs"}`;
  const path = folder === undefined ? name : `${folder}/${name}`;
  const { needs, lines } = recipes[runner](path, project.dependencies);
  return {
    path,
    text: lines.map((line) => `${line}\n`).join(""),
    usage: `${needs}\nIn tests that switch something: import { auth0 } from "./${name.replace(/\.ts$/, "")}".`,
  };
}

interface Recipe {
  /** What the runner needs for it. */
  readonly needs: string;
  readonly lines: readonly string[];
}

const recipes: Readonly<Record<Runner, (path: string, dependencies: ReadonlySet<string>) => Recipe>> = {
  vitest: (path) => ({
    needs: `In the configuration of Vitest: setupFiles: ["./${path}"].`,
    lines: ['import { setupAuth0 } from "auth0-msw/vitest";', "", "export const auth0 = setupAuth0();"],
  }),

  jest: (_path, dependencies) => ({
    needs: `Jest needs NODE_OPTIONS=--experimental-vm-modules and, in its configuration,
  { "testEnvironment": "jest-fixed-jsdom", "transform": {} }: plain jsdom lacks Request,
  and a transform of your own must leave ES modules as they are.`,
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
      'Object.defineProperty(crypto, "subtle", { value: subtle }); // signs id tokens; jsdom has none',
    ],
  }),

  node: (path) => ({
    needs: `Have it loaded before the tests: node --import ./${path} --test.`,
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

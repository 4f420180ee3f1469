import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Project, Runner } from "./project.ts";

interface SetupFile {
  readonly path: string;
  readonly text: string;
}

/** The file that has a mock answer in tests; those that need it import it. */
export function setupFile(project: Project, runner: Runner): SetupFile {
  const folder = ["tests", "test", "src"].find((each) => existsSync(join(project.root, each)));
  const extension = project.isTypeScript ? "ts" : project.isModule ? "js" : "mjs";
  return {
    path: `${folder === undefined ? "" : `${folder}/`}auth0-mock.${extension}`,
    text: textFor(runner, project.dependencies.has("@jest/globals")),
  };
}

function textFor(runner: Runner, importsJest: boolean): string {
  const [before, after] = runner === "node" ? ["before", "after"] : ["beforeAll", "afterAll"];
  const source = { vitest: "vitest", node: "node:test", jest: importsJest ? "@jest/globals" : undefined }[runner];
  return [
    'import { mockAuth0 } from "auth0-msw";',
    'import { setupServer } from "msw/node";',
    ...(source === undefined ? [] : [`import { ${after}, afterEach, ${before} } from "${source}";`]),
    "",
    "export const auth0 = mockAuth0();",
    "const server = setupServer(...auth0.handlers);",
    "",
    `${before}(() => server.listen());`,
    "afterEach(() => auth0.reset());",
    `${after}(() => server.close());`,
    "",
  ].join("\n");
}

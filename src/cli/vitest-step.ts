import { posix } from "node:path";
import { type Project, read } from "./project.ts";
import type { Step } from "./step.ts";
import { literalOf, type Placed, significant, valuesOf } from "./tokens.ts";

/** What is missing in the Vitest configuration so that it loads the setup file. Undefined when nothing is. */
export function vitestStep(project: Project, setupFile: string): Step | undefined {
  const path = project.configs.vitest;
  const entry = `"./${setupFile}"`;
  if (path === undefined) {
    return {
      text: `No Vitest config found. Create vitest.config.${project.isTypeScript ? "ts" : "mjs"}:`,
      code: `import { defineConfig } from "vitest/config";\n\nexport default defineConfig({ test: { setupFiles: [${entry}] } });`,
    };
  }
  const source = read(project, path) ?? "";
  const tokens = significant(source);
  const lists = valuesOf(tokens, "setupFiles");
  if (lists.some((list) => loads(project, path, list, setupFile))) return undefined;
  if (lists.length > 0 && lists.flat().every(isPlain)) {
    return { text: `setupFiles in ${path} does not have ${setupFile}. Add to it:`, code: `${entry},` };
  }
  if (tokens.some(({ value }) => value === "setupFiles")) {
    return { text: `init cannot tell whether setupFiles in ${path} has ${setupFile}. If not, add:`, code: `${entry},` };
  }
  const found = `Found no setupFiles in ${path}.`;
  if (valuesOf(tokens, "projects").length > 0) {
    return { text: `${found} Add to the test options of each project that needs it:`, code: `setupFiles: [${entry}],` };
  }
  if (valuesOf(tokens, "test").length > 0) {
    return { text: `${found} Add to its test options:`, code: `setupFiles: [${entry}],` };
  }
  // An import, or a reference in a comment, gives Vite's config the type of `test`.
  const typed = /["']vitest["'/]/.test(source) ? "" : ', and import defineConfig from "vitest/config"';
  return { text: `${found} Add to the config${typed}:`, code: `test: { setupFiles: [${entry}] },` };
}

function isPlain(token: Placed): boolean {
  return literalOf(token) !== undefined || /^[[\],]$/.test(token.value);
}

/** Returns whether `setupFiles` has the setup file, or a file that imports it or makes a mock itself. */
function loads(project: Project, config: string, list: readonly Placed[], setupFile: string): boolean {
  const paths = list
    .flatMap((token) => literalOf(token) ?? [])
    .flatMap((literal) => [".", posix.dirname(config)].map((folder) => posix.join(folder, literal)));
  return paths.some(
    (path) => withoutExtension(path) === withoutExtension(setupFile) || usesMock(project, path, setupFile),
  );
}

function usesMock(project: Project, path: string, setupFile: string): boolean {
  const name = withoutExtension(posix.basename(setupFile));
  const source = ["", ".ts", ".js"].map((extension) => read(project, path + extension)).find((text) => text !== null);
  return significant(source ?? "").some(
    (token) =>
      /^(setup|mock)Auth0$/.test(token.value) || withoutExtension(posix.basename(literalOf(token) ?? "")) === name,
  );
}

function withoutExtension(path: string): string {
  return path.replace(/\.[cm]?[jt]sx?$/, "");
}

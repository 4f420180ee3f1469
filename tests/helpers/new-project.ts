import { cpSync, mkdtempSync, realpathSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { library } from "../../tsdown.config.ts";
import { installBuild } from "./install-build.ts";

/** Copies an example and its tests to a new folder, installs their packages, and returns the folder. */
export async function newProject(fixture: string, packages: readonly string[]): Promise<string> {
  const root = realpathSync(mkdtempSync(join(tmpdir(), `auth0-msw-${fixture}-`)));
  for (const folder of [`../../examples/${fixture}`, `../runners/${fixture}`]) {
    cpSync(fileURLToPath(new URL(folder, import.meta.url)), root, { recursive: true });
  }
  writeFileSync(join(root, "package.json"), JSON.stringify({ type: "module" }));
  const { index, node } = library.entry;
  const runner = Object.entries(library.entry).filter(([name]) => name.startsWith(`${fixture}/`));
  const entry = { index, node, ...Object.fromEntries(runner) };
  await installBuild(join(root, "node_modules"), entry, packages);
  return root;
}

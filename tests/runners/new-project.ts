import { cpSync, mkdtempSync, realpathSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { installBuild } from "./install-build.ts";

/** Copies one of the folders here to a place of its own, and installs what its tests need. Returns the new folder. */
export async function newProject(fixture: string, packages: readonly string[]): Promise<string> {
  const root = realpathSync(mkdtempSync(join(tmpdir(), `auth0-msw-${fixture}-`)));
  cpSync(fileURLToPath(new URL(fixture, import.meta.url)), root, { recursive: true });
  writeFileSync(join(root, "package.json"), JSON.stringify({ type: "module" }));
  const entry = { index: "src/index.ts", node: "src/node/index.ts" };
  await installBuild(join(root, "node_modules"), entry, packages);
  return root;
}

import { cpSync, mkdirSync, mkdtempSync, realpathSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "tsdown";
import { library } from "../../tsdown.config.ts";

const repository = fileURLToPath(new URL("../..", import.meta.url));

/**
 * Copies one of the folders here to a place of its own, and installs what its tests need: this package
 * as it is published, and other packages as they are here. Returns the new folder.
 */
export async function newProject(fixture: string, packages: readonly string[]): Promise<string> {
  const root = realpathSync(mkdtempSync(join(tmpdir(), `auth0-msw-${fixture}-`)));
  cpSync(fileURLToPath(new URL(fixture, import.meta.url)), root, { recursive: true });
  writeFileSync(join(root, "package.json"), JSON.stringify({ type: "module" }));

  const modules = join(root, "node_modules");
  for (const name of ["@faker-js/faker", "jose", "msw", ...packages]) {
    mkdirSync(dirname(join(modules, name)), { recursive: true });
    symlinkSync(join(repository, "node_modules", name), join(modules, name));
  }
  cpSync(join(repository, "package.json"), join(modules, "auth0-msw/package.json"));
  await build({
    ...library,
    config: false,
    cwd: repository,
    entry: { index: "src/index.ts", node: "src/node/index.ts" },
    outDir: join(modules, "auth0-msw/dist"),
    dts: false,
    logLevel: "error",
  });
  return root;
}

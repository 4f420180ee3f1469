import { cpSync, mkdirSync, symlinkSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "tsdown";
import { library } from "../../tsdown.config.ts";

const repository = fileURLToPath(new URL("../..", import.meta.url));

/**
 * Installs into a folder of packages what tests need: of this package the entries as they are published,
 * what it depends on, and other packages as they are here.
 */
export async function installBuild(
  modules: string,
  entry: Readonly<Record<string, string>>,
  packages: readonly string[],
): Promise<void> {
  for (const name of ["@faker-js/faker", "jose", "msw", ...packages]) {
    mkdirSync(dirname(join(modules, name)), { recursive: true });
    symlinkSync(join(repository, "node_modules", name), join(modules, name));
  }
  const own = join(modules, "auth0-msw");
  cpSync(join(repository, "package.json"), join(own, "package.json"));
  await build({
    ...library,
    config: false,
    cwd: repository,
    entry: { ...entry },
    outDir: join(own, "dist"),
    dts: false,
    hooks: {},
    logLevel: "error",
  });
}

import { cpSync, mkdirSync, symlinkSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "tsdown";
import { inPage, library } from "../../tsdown.config.ts";

const repository = fileURLToPath(new URL("../..", import.meta.url));

/**
 * Installs the packages that tests need into a `node_modules` folder: a build of this package with the given entries,
 * its dependencies, and other packages as links to this repository.
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
  const options = { config: false, cwd: repository, outDir: join(own, "dist"), logLevel: "error" } as const;
  await build({ ...library, ...options, entry: { ...entry }, dts: false, sourcemap: false, hooks: {} });
  await build({ ...inPage, ...options, clean: false });
}

import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

/** The names of the given packages and of all that they depend on, as installed. */
export function neededPackages(roots: readonly string[], from: string): string[] {
  const seen = new Set<string>();
  const names = new Set<string>();
  const visit = (name: string, parent: string): void => {
    names.add(name);
    const manifest = findManifest(name, parent);
    if (manifest === undefined || seen.has(manifest)) return;
    seen.add(manifest);
    const { dependencies = {} } = JSON.parse(readFileSync(manifest, "utf8")) as { readonly dependencies?: object };
    for (const dependency of Object.keys(dependencies)) visit(dependency, manifest);
  };
  for (const root of roots) visit(root, from);
  return [...names];
}

/** Not `require.resolve`: many packages do not export their package.json. */
function findManifest(name: string, parent: string): string | undefined {
  return createRequire(parent)
    .resolve.paths(name)
    ?.map((folder) => join(folder, name, "package.json"))
    .find((path) => existsSync(path));
}

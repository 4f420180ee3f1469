import { globSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";

interface SourceMap {
  readonly sources: readonly string[];
  readonly sourcesContent?: readonly (string | null)[];
}

const repository = fileURLToPath(new URL("..", import.meta.url));

/**
 * Lets the source maps of a build lead to the sources in the package, which they don't contain. Those of bundled
 * packages do. Wherever it was built, the build is published as `dist`.
 */
export function leanSourceMaps(build: string): void {
  for (const file of globSync("**/*.map", { cwd: build })) {
    const path = join(build, file);
    const { sources, sourcesContent: contents = [], ...map } = JSON.parse(readFileSync(path, "utf8")) as SourceMap;
    const published = dirname(join(repository, "dist", file));
    const isBundled = (source: string): boolean => source.includes("node_modules/");
    const lean = {
      ...map,
      sources: sources.map((source) => relative(published, resolve(dirname(path), source)).replaceAll("\\", "/")),
      ...(sources.some(isBundled) && {
        sourcesContent: sources.map((source, index) => (isBundled(source) ? (contents[index] ?? null) : null)),
      }),
    };
    writeFileSync(path, JSON.stringify(lean));
  }
}

import { globSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

interface SourceMap {
  readonly sources: readonly string[];
  readonly sourcesContent?: readonly (string | null)[];
}

/** Removes what is in the package anyway from its source maps. Those of bundled packages keep their sources. */
export function leanSourceMaps(folder: string): void {
  for (const file of globSync("**/*.map", { cwd: folder })) {
    const path = join(folder, file);
    const { sourcesContent: contents = [], ...map } = JSON.parse(readFileSync(path, "utf8")) as SourceMap;
    const isBundled = (source: string): boolean => source.includes("node_modules/");
    const sourcesContent = map.sources.map((source, index) => (isBundled(source) ? (contents[index] ?? null) : null));
    writeFileSync(path, JSON.stringify(map.sources.some(isBundled) ? { ...map, sourcesContent } : map));
  }
}

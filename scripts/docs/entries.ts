import { readFileSync } from "node:fs";
import { posix } from "node:path";

interface Manifest {
  readonly name: string;
  readonly exports: Readonly<Record<string, string | Conditions>>;
}

interface Conditions {
  readonly "auth0-msw-source": string | { readonly default: string };
}

/** The entries that users import, with their source files. */
export function entries(): ReadonlyMap<string, string> {
  const { name, exports } = JSON.parse(readFileSync("package.json", "utf8")) as Manifest;
  return new Map(
    Object.entries(exports).flatMap(([path, conditions]) => {
      if (typeof conditions === "string") return [];
      const { "auth0-msw-source": source } = conditions;
      return [[posix.join(name, path), posix.normalize(typeof source === "string" ? source : source.default)]];
    }),
  );
}

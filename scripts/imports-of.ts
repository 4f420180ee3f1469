import { readFileSync } from "node:fs";
import { posix } from "node:path";
import { parseSync } from "vite";

/** One import of a file. */
export interface Import {
  /** The path of a file from the root, or the name of a package. */
  readonly target: string;
  /** Whether it is an `import()`. */
  readonly isLazy: boolean;
  readonly isType: boolean;
}

interface DynamicImport {
  readonly moduleRequest: { readonly start: number };
}

/** Everything that a file imports, loads or re-exports. */
export function importsOf(file: string): Import[] {
  const source = readFileSync(file, "utf8");
  const { module, errors } = parseSync(file, source);
  if (errors.length > 0) throw new Error(`${file}: ${errors[0]?.message}`);
  const reexports = module.staticExports
    .flatMap(({ entries: all }) => all)
    .filter((each) => each.moduleRequest !== null);
  const isLiteral = ({ moduleRequest: { start } }: DynamicImport): boolean => /["'`]/.test(source[start] ?? "");
  return [
    ...module.staticImports.map((each) => ({
      target: resolve(file, each.moduleRequest.value),
      isLazy: false,
      isType: each.entries.length > 0 && each.entries.every((entry) => entry.isType),
    })),
    ...reexports.map((each) => ({
      target: resolve(file, each.moduleRequest?.value ?? ""),
      isLazy: false,
      isType: each.isType,
    })),
    ...module.dynamicImports.filter(isLiteral).map(({ moduleRequest: { start, end } }) => ({
      target: resolve(file, source.slice(start + 1, end - 1)),
      isLazy: true,
      isType: false,
    })),
  ];
}

function resolve(file: string, specifier: string): string {
  return specifier.startsWith(".") ? posix.normalize(posix.join(posix.dirname(file), specifier)) : specifier;
}

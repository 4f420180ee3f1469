import { posix } from "node:path";
import { optionValues } from "./option-values.ts";
import { type Project, read } from "./project.ts";
import { significant } from "./tokens.ts";
import { isExcluded, isIncluded } from "./tsconfig-patterns.ts";

/** The files that a configuration of TypeScript reads. All paths are relative to the project's root. */
export interface TsConfig {
  readonly path: string;
  readonly include: readonly string[];
  readonly exclude: readonly string[];
  readonly files: readonly string[];
}

type Lists = Partial<Omit<TsConfig, "path">>;

interface Source extends Lists {
  readonly extends?: string | readonly string[];
  readonly references?: readonly { readonly path: string }[];
}

/**
 * The configurations that `tsc` reads: the one of the root, those of scripts and folders, and all that they reference.
 * Throws on one that is not valid.
 */
export function readTsConfigs(project: Project, folders: readonly string[]): TsConfig[] {
  const configs = new Map<string, TsConfig>();
  const visit = (path: string): void => {
    const source = configs.has(path) ? undefined : readSource(project, path);
    if (source === undefined) return;
    const {
      files,
      include = files ? [] : [posix.join(posix.dirname(path), "**/*")],
      exclude = [],
    } = listsOf(project, path, source);
    configs.set(path, { path, include, exclude, files: files ?? [] });
    for (const reference of source.references ?? []) visit(fileAt(posix.join(posix.dirname(path), reference.path)));
  };
  for (const path of [".", ...project.scripts.flatMap(projectsOf), ...folders]) visit(fileAt(posix.normalize(path)));
  return [...configs.values()];
}

/** Returns whether a configuration reads a file even when no other file imports it. */
export function readsFile({ include, exclude, files }: TsConfig, path: string): boolean {
  const isListed = include.some((pattern) => isIncluded(path, pattern));
  return files.includes(path) || (isListed && !exclude.some((pattern) => isExcluded(path, pattern)));
}

/** What `tsc -p` and `tsc -b` name in a script. */
function projectsOf(script: string): string[] {
  return optionValues(script, "tsc", ["-p", "-b", "--project", "--build"]);
}

function fileAt(path: string): string {
  return path.endsWith(".json") ? path : posix.join(path, "tsconfig.json");
}

/** The lists of a file, with those that it inherits. A package's own lists name files of the package. */
function listsOf(project: Project, path: string, source: Source, seen: readonly string[] = []): Lists {
  const folder = posix.dirname(path);
  const inherited = [source.extends ?? []].flat().map((name): Lists => {
    const base = posix.join(folder, name.endsWith(".json") ? name : `${name}.json`);
    const found = name.startsWith(".") && !seen.includes(base) ? readSource(project, base) : undefined;
    return found ? listsOf(project, base, found, [...seen, base]) : {};
  });
  const own = (["include", "exclude", "files"] as const).flatMap((key) => {
    const list = source[key]?.map((each) => posix.join(folder, each));
    return list ? [[key, list] as const] : [];
  });
  return Object.assign({}, ...inherited, Object.fromEntries(own)) as Lists;
}

function readSource(project: Project, path: string): Source | undefined {
  const source = read(project, path);
  if (source === null) return undefined;
  // Comments and a comma at the end are allowed.
  const tokens = significant(source).map(({ value }) => value);
  const json = tokens.filter((value, at) => value !== "," || !/^[\]}]$/.test(tokens[at + 1] ?? "")).join("");
  try {
    return JSON.parse(json) as Source;
  } catch (cause) {
    throw new Error(`${path} cannot be read: ${String(cause)}.`, { cause });
  }
}

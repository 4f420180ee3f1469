import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join, posix } from "node:path";
import { optionValues } from "./option-values.ts";

/** The test runners that have a setup file. */
export type Runner = "vitest" | "jest" | "node";

/** What `init` needs to know about a project. */
export interface Project {
  readonly root: string;
  readonly dependencies: ReadonlySet<string>;
  readonly scripts: readonly string[];
  readonly runner: Runner | undefined;
  readonly usesPlaywright: boolean;
  readonly isTypeScript: boolean;
  readonly isModule: boolean;
  /** The folder with static files. Undefined when unknown. */
  readonly publicFolder: string | undefined;
  /** The paths of `.storybook/main` and `.storybook/preview`, relative to the root. */
  readonly storybook: { readonly main: string | undefined; readonly preview: string | undefined };
  /** The paths of the configurations, relative to the root. */
  readonly configs: { readonly vitest: string | undefined; readonly playwright: string | undefined };
}

interface Manifest {
  readonly type?: string;
  readonly scripts?: Readonly<Record<string, string>>;
  readonly dependencies?: object;
  readonly devDependencies?: object;
}

/** Reads a project. Throws when its package.json is missing or invalid. */
export function readProject(root: string): Project {
  const { type, scripts: named = {}, ...manifest } = readManifest(root);
  const scripts = Object.values(named);
  const dependencies = new Set(Object.keys({ ...manifest.dependencies, ...manifest.devDependencies }));
  const playwright = findScript(root, ".", "playwright.config") ?? findNamedConfig(root, scripts, "playwright");
  return {
    root,
    dependencies,
    scripts,
    runner: findRunner(dependencies, scripts),
    usesPlaywright: playwright !== undefined || dependencies.has("@playwright/test"),
    isTypeScript: dependencies.has("typescript") || existsSync(join(root, "tsconfig.json")),
    isModule: type === "module",
    publicFolder: findPublicFolder(root, dependencies),
    storybook: { main: findScript(root, ".storybook", "main"), preview: findScript(root, ".storybook", "preview") },
    configs: {
      vitest:
        findScript(root, ".", "vitest.config") ??
        findNamedConfig(root, scripts, "vitest") ??
        findScript(root, ".", "vite.config"),
      playwright,
    },
  };
}

/** Reads a file of the project. Returns null when there is none. */
export function read({ root }: Project, path: string): string | null {
  const full = join(root, path);
  return statSync(full, { throwIfNoEntry: false })?.isFile() ? readFileSync(full, "utf8") : null;
}

/** The paths of all scripts in a folder, except installed and hidden ones. */
export function scriptsIn(project: Project, folder: string): string[] {
  const full = join(project.root, folder);
  if (!existsSync(full)) return [];
  return readdirSync(full, { withFileTypes: true }).flatMap((entry) => {
    const path = posix.join(folder, entry.name);
    if (entry.isDirectory()) return /^(\.|node_modules$)/.test(entry.name) ? [] : scriptsIn(project, path);
    return scriptName.test(entry.name) ? [path] : [];
  });
}

const scriptName = /\.[cm]?[jt]sx?$/;

function readManifest(root: string): Manifest {
  const path = join(root, "package.json");
  if (!existsSync(path)) throw new Error(`There is no package.json in ${root}. Run this in the root of your project.`);
  try {
    return JSON.parse(readFileSync(path, "utf8")) as Manifest;
  } catch (cause) {
    throw new Error(`${path} cannot be read: ${String(cause)}. Fix it and run again.`, { cause });
  }
}

function findRunner(dependencies: ReadonlySet<string>, scripts: readonly string[]): Runner | undefined {
  if (dependencies.has("vitest")) return "vitest";
  if (dependencies.has("jest") || scripts.some((script) => /\bjest\b/.test(script))) return "jest";
  return scripts.some(startsNodeTest) ? "node" : undefined;
}

function startsNodeTest(script: string): boolean {
  const command = script.search(/\b(node|tsx)\b/);
  return command !== -1 && /\s--test\b/.test(script.slice(command));
}

const publicFolders: readonly (readonly [dependency: RegExp, folder: string])[] = [
  [/^(@sveltejs\/kit|gatsby)$/, "static"],
  [/^(vite|next|nuxt|astro|react-scripts|@vue\/cli-service|@remix-run\/dev|@react-router\/dev)$/, "public"],
];

function findPublicFolder(root: string, dependencies: ReadonlySet<string>): string | undefined {
  const config = findScript(root, ".", "vite.config");
  if (config !== undefined) {
    const source = readFileSync(join(root, config), "utf8");
    if (source.includes("publicDir")) return /\bpublicDir:\s*["']([^"']+)["']/.exec(source)?.[1];
  }
  const known = publicFolders.find(([dependency]) => [...dependencies].some((name) => dependency.test(name)));
  return known?.[1] ?? (existsSync(join(root, "public")) ? "public" : undefined);
}

function findScript(root: string, folder: string, name: string): string | undefined {
  const path = join(root, folder);
  if (!existsSync(path)) return undefined;
  const found = readdirSync(path).find(
    (file) => file.startsWith(`${name}.`) && scriptName.test(file) && !file.slice(name.length + 1).includes("."),
  );
  return found && (folder === "." ? found : `${folder}/${found}`);
}

/** The configuration that a script gives to a command, such as `vitest --config other.ts`. */
function findNamedConfig(root: string, scripts: readonly string[], command: string): string | undefined {
  return scripts
    .flatMap((script) => optionValues(script, command, ["--config", "-c"]))
    .map((path) => posix.normalize(path))
    .find((path) => existsSync(join(root, path)));
}

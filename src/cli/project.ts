import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** The test runners that have a setup file. */
export type Runner = "vitest" | "jest" | "node";

/** What `init` needs to know about a project. */
export interface Project {
  readonly root: string;
  readonly dependencies: ReadonlySet<string>;
  readonly runner: Runner | undefined;
  readonly isTypeScript: boolean;
  readonly isModule: boolean;
  /** The folder with static files. Undefined when unknown. */
  readonly publicFolder: string | undefined;
  /** The paths of `.storybook/main` and `.storybook/preview`, relative to the root. */
  readonly storybook: { readonly main: string | undefined; readonly preview: string | undefined };
}

interface Manifest {
  readonly type?: string;
  readonly scripts?: Readonly<Record<string, string>>;
  readonly dependencies?: object;
  readonly devDependencies?: object;
}

/** Reads a project. Throws when its package.json is missing or invalid. */
export function readProject(root: string): Project {
  const { type, scripts = {}, ...manifest } = readManifest(root);
  const dependencies = new Set(Object.keys({ ...manifest.dependencies, ...manifest.devDependencies }));
  return {
    root,
    dependencies,
    runner: findRunner(dependencies, Object.values(scripts)),
    isTypeScript: dependencies.has("typescript") || existsSync(join(root, "tsconfig.json")),
    isModule: type === "module",
    publicFolder: findPublicFolder(root, dependencies),
    storybook: { main: findScript(root, ".storybook", "main"), preview: findScript(root, ".storybook", "preview") },
  };
}

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
  return scripts.some((script) => /\b(node|tsx)\b.*\s--test\b/.test(script)) ? "node" : undefined;
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
    (file) => file.startsWith(`${name}.`) && /^\.[cm]?[jt]sx?$/.test(file.slice(name.length)),
  );
  return found && (folder === "." ? found : `${folder}/${found}`);
}

import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Ran, run } from "../helpers/run.ts";

export const repository: string = fileURLToPath(new URL("../..", import.meta.url));
export const worker: string = readFileSync(join(repository, "node_modules/msw/lib/mockServiceWorker.js"), "utf8");

/** Runs the command in its own process, without a terminal. */
export function auth0Msw(folder: string, ...args: string[]): Promise<Ran> {
  return runNode(folder, "--conditions=auth0-msw-source", join(repository, "src/cli/index.ts"), ...args);
}

export function runNode(folder: string, ...args: string[]): Promise<Ran> {
  return run(process.execPath, args, { cwd: folder });
}

export const manifest = (more: object): string => JSON.stringify({ name: "fixture", type: "module", ...more });

const roots: string[] = [];

/** Removes all projects. The test files share this module, so each has to call it. */
export function removeProjects(): void {
  for (const root of roots.splice(0)) rmSync(root, { recursive: true, force: true });
}

/** Creates a project with these files. MSW is installed by default. */
export function project(files: Readonly<Record<string, string>>, { msw = true } = {}): Fixture {
  const root = mkdtempSync(join(tmpdir(), "auth0-msw-cli-"));
  roots.push(root);
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  mkdirSync(join(root, "node_modules"));
  if (msw) symlinkSync(join(repository, "node_modules/msw"), join(root, "node_modules/msw"));
  return {
    root,
    has: (path) => existsSync(join(root, path)),
    read: (path) => readFileSync(join(root, path), "utf8"),
    init: (...args) => auth0Msw(root, "init", ...args),
  };
}

export interface Fixture {
  readonly root: string;
  readonly has: (path: string) => boolean;
  readonly read: (path: string) => string;
  readonly init: (...args: string[]) => Promise<Ran>;
}

/** Output without its line breaks. Notes are wrapped to the width of the terminal. */
export function unwrapped(out: string): string {
  return out.replaceAll(/\s+/g, " ");
}

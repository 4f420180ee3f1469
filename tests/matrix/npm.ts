import { mkdtempSync, realpathSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inject } from "vitest";
import { type Ran, run } from "../helpers/run.ts";

/** Settings to reach the npm registry, with the certificates of a proxy. */
export const npmSettings: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(process.env).flatMap(([name, value]) =>
    value !== undefined && /^(npm_config_|NODE_EXTRA_CA_CERTS$)/i.test(name) ? [[name, value]] : [],
  ),
);

const quiet = ["--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error", "--prefer-offline"];

/** A new project in an empty folder, which the caller removes. */
export function emptyProject(): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "auth0-msw-matrix-")));
  writeFileSync(join(folder, "package.json"), JSON.stringify({ private: true, type: "module" }));
  return folder;
}

/** Runs `npm install` with the packed package and others, as a user does. */
export function install(folder: string, packages: readonly string[], options: readonly string[] = []): Promise<Ran> {
  return npmInstall(folder, [inject("tarball"), ...packages, ...options]);
}

/** Runs `npm install`, without this package. */
export function npmInstall(folder: string, packages: readonly string[]): Promise<Ran> {
  return run("npm", ["install", ...packages, ...quiet], { cwd: folder, env: npmSettings });
}

/** The same, for a test that needs the packages. Throws when it fails. */
export async function installed(
  folder: string,
  packages: readonly string[],
  options: readonly string[] = [],
): Promise<void> {
  const { code, out, err } = await install(folder, packages, options);
  if (code !== 0) throw new Error(`npm install failed:\n${out}\n${err}`);
}

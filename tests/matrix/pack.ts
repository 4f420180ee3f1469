import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "tsdown";
import type { TestProject } from "vitest/node";
import configs from "../../tsdown.config.ts";
import { run } from "../helpers/run.ts";
import { npmSettings } from "./npm.ts";

declare module "vitest" {
  export interface ProvidedContext {
    /** The path of the packed package. */
    readonly tarball: string;
  }
}

const repository = fileURLToPath(new URL("../..", import.meta.url));

/** Builds and packs the package once for all files of `tests/matrix`, in a folder of its own. */
export async function setup(project: TestProject): Promise<() => void> {
  const folder = mkdtempSync(join(tmpdir(), "auth0-msw-packed-"));
  for (const each of ["src", "scenarios", "package.json", "README.md", "CHANGELOG.md", "LICENSE", "llms.txt"]) {
    cpSync(join(repository, each), join(folder, each), { recursive: true });
  }

  const options = { config: false, cwd: repository, outDir: join(folder, "dist"), logLevel: "error" } as const;
  for (const [index, config] of configs.entries()) await build({ ...config, ...options, clean: index === 0 });

  const { code, out, err } = await run("npm", ["pack", "--ignore-scripts", "--silent"], {
    cwd: folder,
    env: npmSettings,
  });
  if (code !== 0) throw new Error(`npm pack failed:\n${out}\n${err}`);
  project.provide("tarball", join(folder, out.trim()));
  return () => rmSync(folder, { recursive: true });
}

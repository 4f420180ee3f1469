import { rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { emptyProject, npmInstall } from "../matrix/npm.ts";

const versions = { 3: "3.2.4", 4: "4.0.18" };

const installed = new Map<keyof typeof versions, Promise<string>>();

/** The package folder of a version of Vitest. Older ones are installed once in a process, in folders of their own. */
export function vitestPackage(version: 3 | 4 | 5): Promise<string> {
  if (version === 5) return Promise.resolve(fileURLToPath(new URL("../../node_modules/vitest", import.meta.url)));
  const installing = installed.get(version) ?? install(versions[version]);
  installed.set(version, installing);
  return installing;
}

async function install(version: string): Promise<string> {
  const project = emptyProject();
  process.on("exit", () => rmSync(project, { recursive: true, force: true }));
  const { code, out, err } = await npmInstall(project, [`vitest@${version}`]);
  if (code !== 0) throw new Error(`npm install failed:\n${out}\n${err}`);
  return join(project, "node_modules/vitest");
}

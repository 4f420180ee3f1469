import { cpSync, mkdirSync, readdirSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { run } from "../helpers/run.ts";
import type { StorybookCell } from "./cells.ts";
import { installed } from "./npm.ts";

/** Installs a Storybook with the packed addon into an empty project. The only line for the addon is in `addons`. */
export async function installStorybook(folder: string, cell: StorybookCell): Promise<void> {
  const { framework, version, frameworkVersion = version, files, packages, force = false } = cell;
  for (const each of files) {
    cpSync(fileURLToPath(new URL(`storybook/${each}`, import.meta.url)), folder, { recursive: true });
  }
  const config = join(folder, ".storybook");
  mkdirSync(config);
  const addons = [...(cell.addons ?? []), "auth0-msw/storybook"];
  const main = { framework: `@storybook/${framework}`, stories: ["../*.stories.@(js|jsx)"], addons };
  writeFileSync(join(config, "main.js"), `export default ${JSON.stringify(main)};\n`);
  if (readdirSync(folder).includes("preview.js")) renameSync(join(folder, "preview.js"), join(config, "preview.js"));
  const all = [`storybook@${version}`, `@storybook/${framework}@${frameworkVersion}`, "msw@3", ...packages];
  await installed(folder, all, force ? ["--force"] : []);
}

/** Builds the Storybook of a project, and returns what it printed. */
export async function buildStorybook(folder: string, output = "storybook-static"): Promise<string> {
  const env = { STORYBOOK_DISABLE_TELEMETRY: "1", CI: "1" };
  const args = ["storybook", "build", "-o", output, "--disable-telemetry"];
  const { code, out, err } = await run("npx", args, { cwd: folder, env });
  if (code !== 0) throw new Error(`The build failed:\n${out}\n${err}`);
  return `${out}\n${err}`;
}

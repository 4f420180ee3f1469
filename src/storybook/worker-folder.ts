import { createHash } from "node:crypto";
import { copyFileSync, mkdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";

const name = "mockServiceWorker.js";

/** A folder with nothing but the worker script of the project's MSW. Storybook serves and copies only folders. */
export function workerFolder(projectFolder: string): string {
  const script = createRequire(join(projectFolder, "/")).resolve(`msw/${name}`);
  // Several Storybooks may run at the same time, with different versions of MSW.
  const hash = createHash("sha256").update(readFileSync(script)).digest("hex").slice(0, 16);
  const folder = join(tmpdir(), `auth0-msw-worker-${hash}`);
  mkdirSync(folder, { recursive: true });
  copyFileSync(script, join(folder, name));
  return folder;
}

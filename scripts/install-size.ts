import { execFileSync } from "node:child_process";
import { globSync, readFileSync, statSync } from "node:fs";

// Lists the packages that `npm install auth0-msw` adds besides MSW, with their size on disk. Run a build first.

interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly dependencies?: Readonly<Record<string, string>>;
}

const own = manifestIn(".");
const folders = new Set<string>();
collect(own);

let total = 0;
print(own, packedSize());
for (const folder of folders) print(manifestIn(folder), sizeOf(folder));
console.log(`Total: ${kilobytes(total)}`);

function print({ name, version }: Manifest, bytes: number): void {
  total += bytes;
  console.log(`${name} ${version}: ${kilobytes(bytes)}`);
}

/** Collects all dependencies, including indirect ones. MSW is a peer dependency and is not counted. */
function collect({ dependencies = {} }: Manifest): void {
  for (const name of Object.keys(dependencies)) {
    const folder = `node_modules/${name}`;
    if (folders.has(folder)) continue;
    folders.add(folder);
    collect(manifestIn(folder));
  }
}

function manifestIn(folder: string): Manifest {
  return JSON.parse(readFileSync(`${folder}/package.json`, "utf8")) as Manifest;
}

function sizeOf(folder: string): number {
  return globSync(`${folder}/**`, { withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, { parentPath, name }) => sum + statSync(`${parentPath}/${name}`).size, 0);
}

function packedSize(): number {
  const printed = execFileSync("npm", ["pack", "--dry-run", "--json", "--ignore-scripts"], { encoding: "utf8" });
  const [{ unpackedSize }] = JSON.parse(printed) as [{ readonly unpackedSize: number }];
  return unpackedSize;
}

function kilobytes(bytes: number): string {
  return `${Math.round(bytes / 1000).toLocaleString("en")} kB`;
}

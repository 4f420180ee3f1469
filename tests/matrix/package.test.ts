import { globSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { homedir, tmpdir } from "node:os";
import { dirname, join, posix } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { type Ran, run } from "../helpers/run.ts";

const repository = fileURLToPath(new URL("../..", import.meta.url));
const tarball = inject("tarball");

/** The unpacked tarball. */
const folder = mkdtempSync(join(tmpdir(), "auth0-msw-unpacked-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** The paths of all files, sorted. */
let files: readonly string[];
beforeAll(async () => {
  const { code, err } = await run("tar", ["-xzf", tarball, "-C", folder, "--strip-components=1"], { cwd: folder });
  if (code !== 0) throw new Error(`tar failed: ${err}`);
  files = filesIn(folder, ["**"]);
});

const read = (file: string): string => readFileSync(join(folder, file), "utf8");

interface Manifest {
  readonly exports: Targets;
  readonly bin: Targets;
  readonly main: string;
  readonly types: string;
  readonly typesVersions: Targets;
}

/** Paths, under conditions and names. */
type Targets = string | null | readonly string[] | { readonly [name: string]: Targets };

const manifest = (): Manifest => JSON.parse(read("package.json")) as Manifest;

/** Every file that the package offers by name. */
function targets(): string[] {
  const { exports, bin, main, types, typesVersions } = manifest();
  return [...new Set([exports, bin, main, types, typesVersions].flatMap(pathsIn))].toSorted();
}

function pathsIn(offered: Targets): string[] {
  if (offered === null) return [];
  return typeof offered === "string" ? [posix.normalize(offered)] : Object.values(offered).flatMap(pathsIn);
}

test("every target of `exports`, `bin`, `main` and `types` is in the package", () => {
  expect(targets().length).toBeGreaterThan(40);
  expect(targets().filter((target) => !files.includes(target))).toEqual([]);
});

test("the package has its sources, its texts and its build, and nothing else", () => {
  const texts = ["CHANGELOG.md", "LICENSE", "README.md", "llms.txt", "package.json"];
  const sources = filesIn(repository, ["src/**", "scenarios/**"]).filter((file) => !/\.test(-d)?\.tsx?$/.test(file));
  expect(files.filter((file) => !file.startsWith("dist/"))).toEqual([...texts, ...sources].toSorted());
});

test("each file in dist is a target, or a file that names it is one", () => {
  const licences = ["dist/THIRD-PARTY-LICENSES.txt", "dist/cli.THIRD-PARTY-LICENSES.txt"];
  const needed = new Set([...targets().filter((target) => target.startsWith("dist/")), ...licences]);
  for (const file of needed) for (const named of namedIn(file)) needed.add(named);
  expect(files.filter((file) => file.startsWith("dist/"))).toEqual([...needed].toSorted());
});

/** The files of the package that a file imports or loads, and the declarations beside it. */
function namedIn(file: string): string[] {
  const names = Array.from(read(file).matchAll(/["'`=](\.{1,2}\/[\w./-]+)["'`\s]/g), ([, name = ""]) => name);
  const paths = names.map((name) => posix.join(posix.dirname(file), name));
  const typed = paths.map((path) => path.replace(/\.(c?)js$/, ".d.$1ts"));
  const isDeclaration = /\.d\.c?ts$/.test(file);
  const beside = [`${file}.map`, file.replace(/\.js$/, ".d.ts")];
  return (isDeclaration ? typed : paths)
    .concat(beside)
    .filter((path) => path.startsWith("dist/") && files.includes(path));
}

test("every source map names sources that are in the package, or contains them", () => {
  const missing = files
    .filter((file) => file.endsWith(".map"))
    .flatMap((file) => {
      const { sources, sourcesContent = [] } = JSON.parse(read(file)) as SourceMap;
      return sources.flatMap((source, index) => {
        const path = posix.join(dirname(file), source);
        return files.includes(path) || typeof sourcesContent[index] === "string" ? [] : [`${file}: ${source}`];
      });
    });
  expect(missing).toEqual([]);
});

interface SourceMap {
  readonly sources: readonly string[];
  readonly sourcesContent?: readonly (string | null)[];
}

test("no file has a path of the machine that built it", () => {
  const places = [repository, dirname(tarball), join(homedir(), ".npm"), "/node_modules/.cache/"];
  const found = files.flatMap((file) => {
    const text = read(file);
    return places.filter((place) => text.includes(place)).map((place) => `${file}: ${place}`);
  });
  expect(found).toEqual([]);
});

test("publint has nothing to say, in its strict mode", async () => {
  expect(await tool("publint/src/cli.js", ["run", tarball, "--strict"])).toMatchObject({ code: 0 });
});

const attw = "@arethetypeswrong/cli/dist/index.js";

/**
 * Jest loads the first two itself, by name. The third is CommonJS for a `require` in Jest, which turns the ES module into
 * CommonJS too: its types are those of the ES module.
 */
const onlyInJest = ["jest/jest-preset", "jest/transform", "jest"];

test("every entry has the right types in every resolution, also in those without `exports`", async () => {
  const options = ["--profile", "strict", "--ignore-rules", "cjs-resolves-to-esm"];
  expect(await tool(attw, [tarball, ...options, "--exclude-entrypoints", ...onlyInJest])).toMatchObject({ code: 0 });
});

test("so have the entries for Jest, where ES modules can be imported", async () => {
  const options = ["--profile", "esm-only", "--ignore-rules", "false-esm"];
  expect(await tool(attw, [tarball, ...options, "--include-entrypoints", ...onlyInJest])).toMatchObject({ code: 0 });
});

function tool(path: string, args: readonly string[]): Promise<Ran> {
  return run(process.execPath, [join(repository, "node_modules", path), ...args], { cwd: folder });
}

function filesIn(root: string, patterns: readonly string[]): string[] {
  return globSync([...patterns], { cwd: root, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => posix.relative(root, posix.join(parentPath, name)))
    .toSorted();
}

import { cpSync, globSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { compiled, examplesIn, moduleOf, type Snippet, snippetsOf } from "../../docs/find-snippets.ts";
import { run } from "../../helpers/run.ts";
import { emptyProject, installed } from "../npm.ts";
import { exampleModule } from "./example-module.ts";
import { fileNameOf, wayOf } from "./ways.ts";

const repository = fileURLToPath(new URL("../../..", import.meta.url));

/** What the pages tell users to install, and what their own projects have. The versions are those of this repository. */
const packages = [
  "@playwright/test",
  "@storybook/react-vite",
  "@testing-library/dom",
  "@testing-library/react",
  "@testing-library/user-event",
  "@types/auth0-js",
  "@types/node",
  "@types/react",
  "@types/react-dom",
  "@vitest/browser-playwright",
  "auth0-js",
  "jest",
  "jest-fixed-jsdom",
  "jsdom",
  "msw",
  "playwright",
  "react",
  "react-dom",
  "storybook",
  "typescript",
  "vite",
  "vitest",
];

/** All snippets of the pages. */
export const snippets: readonly Snippet[] = snippetsOf(["README.md", "docs/**/*.md"]);

export interface Project {
  readonly root: string;
  /** The TSDoc examples in the declarations of the installed package. */
  readonly examples: readonly Snippet[];
  /** Runs a command in a folder of the project. Throws when it does not exit with 0. */
  readonly run: (folder: string, command: readonly string[], env?: Readonly<Record<string, string>>) => Promise<string>;
}

/** An empty folder with the packed package, the code that the pages include, and a file for each snippet. */
export async function newProject(): Promise<Project> {
  const root = emptyProject();
  const { devDependencies } = readJson(join(repository, "package.json")) as Manifest;
  await installed(
    root,
    packages.map((name) => `${name}@${devDependencies[name]}`),
  );
  cpSync(join(repository, "tests/matrix/snippets/project"), root, { recursive: true });
  cpSync(join(repository, "examples"), join(root, "examples"), { recursive: true });
  cpSync(join(repository, "stories/sign-in"), join(root, "stories/sign-in"), {
    recursive: true,
    filter: (file) => !/\.(stories|test)\.tsx?$/.test(file),
  });
  const own = join(root, "node_modules/auth0-msw");
  const examples = globSync("dist/**/*.d.ts", { cwd: own }).flatMap((file) =>
    examplesIn(file, readFileSync(join(own, file), "utf8")),
  );
  mkdirSync(join(root, "pages"));
  mkdirSync(join(root, "examples/tsdoc"));
  for (const snippet of snippets) {
    if (compiled.has(snippet.language) && snippet.marker?.name !== "include") {
      const way = wayOf(snippet);
      if (way === undefined) continue;
      writeFileSync(join(root, folderOf(way), fileNameOf(snippet)), moduleOf(snippet));
    }
  }
  for (const example of examples) {
    writeFileSync(
      join(root, "examples/tsdoc", fileNameOf(example)),
      exampleModule(example, readFileSync(join(own, example.path), "utf8")),
    );
  }
  return { root, examples, run: runner(root) };
}

interface Manifest {
  readonly devDependencies: Readonly<Record<string, string>>;
}

/** The folder of a snippet’s file. A part of a test has its set-up beside it. */
function folderOf(way: ReturnType<typeof wayOf>): string {
  return way === "Vitest screen" ? "screen" : "pages";
}

export function readJson(file: string): unknown {
  return JSON.parse(readFileSync(file, "utf8"));
}

function runner(root: string): Project["run"] {
  // No command of this repository, so that a package that the project lacks is noticed.
  const others = (process.env["PATH"] ?? "").split(delimiter).filter((folder) => !folder.startsWith(repository));
  const PATH = [join(root, "node_modules/.bin"), dirname(process.execPath)].concat(others).join(delimiter);
  return async (folder, [command = "", ...args], env = {}) => {
    const { code, out, err } = await run(command, args, {
      cwd: join(root, folder),
      env: { PATH, CI: "1", NO_COLOR: "1", STORYBOOK_DISABLE_TELEMETRY: "1", ...env },
    });
    if (code !== 0) throw new Error(`${[command, ...args].join(" ")} exited with ${code}:\n${out}\n${err}`);
    return `${out}${err}`;
  };
}

import { execFile } from "node:child_process";
import { globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { generatedMark } from "../../scripts/docs.ts";
import { fencesIn, markerBefore } from "../../scripts/docs/markdown.ts";

/** In the repository, so that packages resolve. */
const folder = "node_modules/.cache/docs-snippets";

const extensions = new Set(["ts", "tsx", "js", "jsx"]);

interface Snippet {
  readonly path: string;
  /** The index of its first line, from 0. */
  readonly line: number;
  readonly language: string;
  readonly code: string;
}

const snippets = globSync(["README.md", "CONTRIBUTING.md", "docs/**/*.md"])
  .map((file) => file.replaceAll("\\", "/"))
  .flatMap((path) => snippetsIn(path, readFileSync(path, "utf8")));

/** A page with errors in lines 2 and 9. */
const sample = [
  "```ts",
  'auth0.use("oauth-ro/user-bloked");',
  "```",
  "",
  "1. In a list:",
  "",
  "   ```tsx",
  "   export const Fine = () => <p>{auth0.active('oauth-ro')}</p>;",
  "   export const Wrong = () => <p>{missing}</p>;",
  "   ```",
  "",
  "<!-- no-check: part of an object -->",
  "",
  "```ts",
  'addons: ["auth0-msw/storybook"],',
  "```",
  "",
  "<!-- include: examples/none.ts -->",
  "```ts",
  "alsoMissing;",
  "```",
  "",
  "```json",
  "nothing to compile",
  "```",
];
const samplePath = "docs/sample.md";

let errors: readonly string[];
beforeAll(async () => {
  errors = await compile([...snippets, ...snippetsIn(samplePath, sample.join("\n"))]);
  // TypeScript takes seconds.
}, 60_000);

test("every snippet that is not included from a file compiles", () => {
  expect(errors.filter((error) => !error.startsWith(samplePath))).toEqual([]);
});

test("errors have the page and line, and no-check skips a snippet", () => {
  expect(errors.filter((error) => error.startsWith(samplePath))).toEqual([
    expect.stringMatching(/^docs\/sample\.md:2 .*user-bloked/),
    expect.stringMatching(/^docs\/sample\.md:9 Cannot find name 'missing'/),
  ]);
});

function snippetsIn(path: string, text: string): Snippet[] {
  if (text.startsWith(generatedMark)) return [];
  const lines = text.split("\n");
  return fencesIn(lines)
    .filter(({ language }) => extensions.has(language))
    .filter(({ start }) => !["include", "no-check"].includes(markerBefore(lines, start)?.name ?? ""))
    .map(({ start, language, code }) => ({ path, line: start + 1, language, code: code.join("\n") }));
}

/** Returns the TypeScript errors of the snippets. Each is a module that can use `auth0` without an import. */
async function compile(all: readonly Snippet[]): Promise<string[]> {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const { path, line, language, code } of all) {
    // A snippet has the same line numbers as in its page.
    writeFileSync(join(folder, `${path.replaceAll("/", "~")}~${line}.${language}`), "\n".repeat(line) + code);
  }
  // Snippets can omit the import of `auth0`, or import it from a setup file.
  writeFileSync(
    join(folder, "globals.d.ts"),
    'declare const auth0: import("auth0-msw").MockAuth0;\n' +
      'declare module "*/auth0" { export const auth0: import("auth0-msw").MockAuth0; }\n',
  );
  const compilerOptions = {
    target: "ES2024",
    lib: ["ES2024", "DOM", "DOM.Iterable"],
    module: "preserve",
    moduleResolution: "bundler",
    moduleDetection: "force",
    customConditions: ["auth0-msw-source"],
    types: ["node", "vite/client", "vitest/globals"],
    jsx: "react-jsx",
    allowJs: true,
    checkJs: true,
    allowImportingTsExtensions: true,
    noEmit: true,
    strict: true,
    skipLibCheck: true,
  };
  writeFileSync(join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions, include: ["*"] }));
  const output = await run(process.execPath, ["node_modules/typescript/bin/tsc", "--pretty", "false", "-p", folder]);
  return (
    output
      .split("\n")
      // The package itself is compiled by `npm run check:types`.
      .filter((line) => /\berror TS\d+:/.test(line) && !/^(src|scenarios)\//.test(line))
      .map((line) => {
        const [, file, at, message] = /([^/]+)~\d+\.\w+\((\d+),\d+\): error TS\d+: (.*)$/.exec(line) ?? [];
        return file === undefined ? line : `${file.replaceAll("~", "/")}:${at} ${message}`;
      })
  );
}

function run(command: string, args: readonly string[]): Promise<string> {
  return new Promise((resolve) => {
    execFile(command, args, { maxBuffer: 10_000_000 }, (_, stdout, stderr) => resolve(stdout + stderr));
  });
}

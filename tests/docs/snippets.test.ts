import { execFile } from "node:child_process";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { compiled, moduleOf, type Snippet, snippetsIn, snippetsOf } from "./find-snippets.ts";

/** In the repository, so that packages resolve. */
const folder = "node_modules/.cache/docs-snippets";

const snippets = snippetsOf(["README.md", "CONTRIBUTING.md", "docs/**/*.md"]);

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

/** Returns the TypeScript errors of the snippets. Each is a module that can use `auth0` without an import. */
async function compile(all: readonly Snippet[]): Promise<string[]> {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const snippet of all.filter(isChecked)) {
    const { path, line, language } = snippet;
    const code = moduleOf(snippet).replaceAll(' from "./', ` from "${resolve("examples/vitest")}/`);
    writeFileSync(join(folder, `${path.replaceAll("/", "~")}~${line}.${language}`), code);
  }
  // Snippets can omit the import of `auth0`, or import it from a setup file. They render a page of the user's own.
  writeFileSync(
    join(folder, "globals.d.ts"),
    'declare const auth0: import("auth0-msw").MockAuth0;\n' +
      'declare module "*/sign-in-page" { export const SignInPage: () => import("react").ReactElement; }\n' +
      'declare module "*/auth0" { export const auth0: import("auth0-msw").MockAuth0; }\n' +
      'declare module "*/auth0-mock" { export const auth0: import("auth0-msw").MockAuth0; }\n',
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

/** `npm run check:types` compiles what is included. */
function isChecked({ language, marker }: Snippet): boolean {
  return compiled.has(language) && !["include", "no-check"].includes(marker?.name ?? "");
}

function run(command: string, args: readonly string[]): Promise<string> {
  return new Promise((done) => {
    execFile(command, args, { maxBuffer: 10_000_000 }, (_, stdout, stderr) => done(stdout + stderr));
  });
}

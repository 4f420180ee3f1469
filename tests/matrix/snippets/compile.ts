import { globSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Project, readJson, snippets } from "./project.ts";
import { fileOf } from "./ways.ts";

const resolutions = {
  bundler: { module: "preserve", moduleResolution: "bundler" },
  nodenext: { module: "nodenext", moduleResolution: "nodenext" },
} as const;

/** What every compilation can use without an import. */
const globals = `
declare const auth0: import("auth0-msw/vitest").Auth0InTests;
declare const browser: import("playwright").Browser;
declare const scenarios: object;
declare module "*/sign-in-page" { export const SignInPage: () => import("react").ReactElement; }
declare module "*/auth0" { export const auth0: import("auth0-msw").MockAuth0; }
declare module "*/auth0-mock" { export const auth0: import("auth0-msw/vitest").Auth0InTests; }
`;

/** The errors in all that the pages show, with the options of this repository. */
export async function errorsIn({ root, run }: Project, resolution: keyof typeof resolutions): Promise<string[]> {
  const { compilerOptions: own } = readJson(fileURLToPath(new URL("../../../tsconfig.json", import.meta.url))) as {
    readonly compilerOptions: object;
  };
  const compilerOptions = {
    ...own,
    customConditions: [],
    paths: {},
    types: ["node", "vite/client", "vitest/globals"],
    allowJs: true,
    checkJs: true,
    ...resolutions[resolution],
  };
  const included = snippets.map(fileOf).filter((file) => file !== "" && !file.startsWith("examples/cypress/"));
  const written = globSync(["pages/*", "screen/docs~*", "storybook/**/*.{ts,tsx}", "examples/tsdoc/*"], { cwd: root });
  const all = [...new Set([...included, ...written])];
  const files = resolution === "bundler" ? all : all.filter((file) => isForNode(join(root, file)));
  writeFileSync(join(root, "globals.d.ts"), globals);
  const config = `tsconfig.${resolution}.json`;
  writeFileSync(join(root, config), JSON.stringify({ compilerOptions, files: ["globals.d.ts", ...files] }));
  const out = await run(".", ["tsc", "--pretty", "false", "-p", config]).catch(String);
  const isShown = (line: string) => files.some((file) => line.startsWith(`${file}(`)) || line.startsWith("error");
  return out.split("\n").filter((line) => isShown(line) && !isUntyped(line));
}

/** Whether it is only a parameter without a type, in JavaScript. */
function isUntyped(line: string): boolean {
  return /^[^(]+\.m?js\(.*error TS70(06|31):/.test(line);
}

/** Whether its relative imports have the extensions that Node needs. */
function isForNode(file: string): boolean {
  return !/(from|import) "\.{1,2}\/[^"]*?(?<!\.\w{2,4})"/.test(readFileSync(file, "utf8"));
}

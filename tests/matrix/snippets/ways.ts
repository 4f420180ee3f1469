import { compiled, type Snippet } from "../../docs/find-snippets.ts";

/** What runs a snippet. `types`: the compiler reads it, and nothing runs it. */
export type Way =
  | "browser"
  | "Jest config"
  | "Jest"
  | "node:test"
  | "Playwright config"
  | "Playwright"
  | "shell"
  | "Storybook"
  | "types"
  | "Vitest config"
  | "Vitest module"
  | "Vitest screen"
  | "Vitest";

/** The first that fits. Each sees the code, and for included code the path of its file. */
const rules: readonly (readonly [Way, (snippet: Snippet) => boolean])[] = [
  ["shell", ({ language }) => language === "sh"],
  ["Vitest screen", ({ marker }) => marker?.name === "after"],
  // A test with steps left out, or the start of a server that only its framework can run.
  ["types", ({ code, marker }) => /\/\/ …/.test(code) && marker?.name !== "include"],
  // JSX in Jest needs a Babel preset or ts-jest, which is the user's own.
  ["types", ({ code, language }) => language === "tsx" && code.includes("auth0-msw/jest")],
  ["types", (snippet) => fileOf(snippet).startsWith("examples/nextjs/")],
  ["types", (snippet) => fileOf(snippet) === "examples/cypress/main.ts" || fileOf(snippet).endsWith(".d.ts")],
  ["Storybook", ({ code }) => /storybook|parameters: \{ auth0/.test(code)],
  ["Storybook", (snippet) => fileOf(snippet).startsWith("examples/storybook/")],
  ["Playwright config", ({ code }) => code.includes('import { defineConfig } from "@playwright/test"')],
  ["Playwright", ({ code }) => code.includes("auth0-msw/playwright")],
  ["Playwright", (snippet) => fileOf(snippet).startsWith("examples/playwright/")],
  ["Vitest config", ({ code }) => code.includes('from "vitest/config"')],
  ["Jest config", ({ code, language }) => language === "json" || code.includes("auth0-msw/jest/config")],
  ["Jest", (snippet) => /jest/.test(snippet.code) || fileOf(snippet).startsWith("examples/jest/")],
  ["node:test", (snippet) => /auth0-msw\/node-test/.test(snippet.code) || /node-test\//.test(fileOf(snippet))],
  ["Vitest", (snippet) => /^examples\/vitest\/(own-)?worker\.ts$/.test(fileOf(snippet))],
  ["browser", ({ code }) => /auth0-msw\/browser|msw\/browser|virtual:msw|import\.meta\.env/.test(code)],
  ["Vitest", (snippet) => /\.test\.tsx?$/.test(fileOf(snippet))],
  ["Vitest module", ({ language }) => compiled.has(language)],
];

/** How the snippet is checked. Undefined: it is not code, or `exceptions` has a reason. */
export function wayOf(snippet: Snippet): Way | undefined {
  if (shown.has(snippet.language) || exceptions[keyOf(snippet)] !== undefined) return undefined;
  return rules.find(([, fits]) => fits(snippet))?.[0];
}

/** The path of the included example, or an empty string. */
export function fileOf({ marker }: Snippet): string {
  return marker?.name === "include" ? (marker.value.split("#")[0] ?? "") : "";
}

/** Snippets that are neither compiled nor run, by the page and their first line, and why. */
export const exceptions: Readonly<Record<string, string>> = {
  "README.md: npm ci && npm start   # Storybook: a real sign-in form with any of the 75 scenarios":
    "It is for a clone of the repository, whose tests run it.",
  'docs/cypress.md: it("tells a blocked user what to do", () => {':
    "Cypress is a download from its own server. cypress.test.ts compiles it.",
  'docs/cypress.md: it("signs in once the user is no longer blocked", () => {':
    "Cypress is a download from its own server. cypress.test.ts compiles it.",
};

/** Languages that are shown and not run: what a tool prints, a URL, a part of a page or of a workflow. */
export const shown: ReadonlySet<string> = new Set(["", "html", "yaml"]);

export function keyOf({ path, code }: Snippet): string {
  return `${path}: ${code.split("\n")[0]}`;
}

/** A name for the snippet's file: `docs~vitest-md~12.ts`. With the dot of `.d.ts`, it would be a declaration. */
export function fileNameOf({ path, line, language }: Snippet): string {
  return `${path.replaceAll("/", "~").replaceAll(".", "-")}~${line}.${language}`;
}

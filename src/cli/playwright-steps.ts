import { type Project, read, scriptsIn } from "./project.ts";
import type { Step } from "./step.ts";
import { literalOf, type Placed, significant, valuesOf } from "./tokens.ts";

const fixture = "auth0-msw/playwright";
const reporter = "auth0-msw/playwright/reporter";

/** What is missing in a project with Playwright: the import of the fixture, and the reporter. */
export function playwrightSteps(project: Project): Step[] {
  const path = project.configs.playwright ?? `playwright.config.${project.isTypeScript ? "ts" : "js"}`;
  const tokens = significant(read(project, path) ?? "");
  const steps: Step[] = [];
  if (!usesFixture(project, testFolders(tokens))) {
    steps.push({
      text: `In your Playwright tests, import from "${fixture}" instead of "@playwright/test":`,
      code: `import { expect, test } from "${fixture}";`,
    });
  }
  if (!tokens.some((token) => literalOf(token) === reporter)) steps.push(reporterStep(path, tokens));
  return steps;
}

function reporterStep(path: string, tokens: readonly Placed[]): Step {
  const entry = `["${reporter}"]`;
  const why = "To see which documented failures your Playwright tests met,";
  const [value] = valuesOf(tokens, "reporter");
  const [first, ...rest] = value ?? [];
  if (first === undefined) return { text: `${why} add to ${path}:`, code: `reporter: [["list"], ${entry}],` };
  const name = rest.length === 0 ? literalOf(first) : undefined;
  return name === undefined
    ? { text: `${why} add to reporter in ${path}:`, code: `${entry},` }
    : { text: `${why} set reporter in ${path} to:`, code: `reporter: [["${name}"], ${entry}],` };
}

function testFolders(tokens: readonly Placed[]): string[] {
  const named = valuesOf(tokens, "testDir").flatMap((value) => value.flatMap((token) => literalOf(token) ?? []));
  return named.length > 0 ? named : ["e2e", "tests", "test"];
}

function usesFixture(project: Project, folders: readonly string[]): boolean {
  return folders.some((folder) =>
    scriptsIn(project, folder).some((path) =>
      significant(read(project, path) ?? "").some((token) => literalOf(token) === fixture),
    ),
  );
}

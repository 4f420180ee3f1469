import { globSync } from "node:fs";
import { importsOf } from "./imports-of.ts";

interface Rule {
  /** What the files may import. */
  readonly imports: RegExp;
  /** What they may also load with `import()`, or import the types of. */
  readonly loads?: RegExp;
}

/** Files that validate options with zod. Answering a request must not need them. */
const validators = "(parse|options|custom-scenarios)\\.ts";
const core = `scenarios/|src/catalog/(?!${validators})|src/engine/`;
const below = "scenarios/|src/catalog/|src/engine/|src/mock-auth0.ts";
const entries = ["browser", "node"];
/** What every test runner needs. */
const forTests = "coverage|screen|worker";

/** The direction of imports, from the data up to the entries. The first rule that matches a file applies. */
const rules: Readonly<Record<string, Rule>> = {
  "scenarios/": { imports: /^scenarios\// },
  "src/catalog/": { imports: /^(scenarios\/|src\/catalog\/|leven$|zod\/mini$)/ },
  "src/engine/": { imports: new RegExp(`^(${core}|msw$)`), loads: /^src\/live\// },
  "src/live/\\w+-id-token.ts": { imports: new RegExp(`^(${core}|src/live/|jose(/|$))`) },
  "src/live/": {
    imports: new RegExp(`^(${core}|src/live/(?!\\w+-id-token)|zod/mini$)`),
    loads: /^(src\/live\/|@faker-js\/faker(\/|$))/,
  },
  "src/[^/]+$": { imports: new RegExp(`^(${below}|msw$)`) },
  // The tenant's own view of itself, and the storage of the tab.
  "src/panel/": {
    imports: new RegExp(`^(${below}|src/panel/|src/live/(state|tenant-view).ts|src/worker/tab-storage.ts|lit(/|$))`),
  },
  "src/screen/": { imports: new RegExp(`^(${below}|src/screen/)`) },
  "src/gallery/": {
    imports: new RegExp(`^(${below}|src/(gallery|panel|screen)/|src/coverage/shared-sentences.ts|lit(/|$))`),
  },
  "src/worker/": { imports: new RegExp(`^(${below}|src/worker/|msw/browser$|msw$)`) },
  "src/coverage/": { imports: new RegExp(`^(${below}|src/screen/|src/coverage/|node:)`) },
  // No runner knows another one. What they share is in src/runner/, and what isolates their tests in src/node/.
  "src/runner/": only(`runner|${forTests}`, "msw"),
  "src/vitest/": only(`vitest|runner|node|${forTests}`, "vitest(/node)?|msw(/browser|/node)?"),
  "src/jest/load-tenant.ts": { imports: /^(src\/live\/|@faker-js\/faker\/)/ },
  "src/jest/": only(`jest|runner|node|${forTests}`, "@jest/globals|@babel/core|msw/node"),
  "src/node-test/": only(`node-test|runner|node|${forTests}`, "msw/node"),
  // Its tests run in Node, but its pages don't: it shares only a matcher with the others.
  "src/playwright/expect.ts": only("playwright|runner", "@playwright/test"),
  "src/playwright/": only(`playwright|${forTests}`, "@playwright/test(/reporter)?|msw"),
  "src/cli/": entry("cli|screen|gallery"),
  "src/storybook/": entry("storybook|screen|gallery"),
  ...Object.fromEntries(entries.map((name) => [`src/${name}/`, entry(name)])),
  ".storybook/local-preset.ts": { imports: /^(src\/storybook\/preset\.ts|node:url|vite)$/ },
  // These import the package by its name, as users do.
  "(stories|.storybook)/": { imports: /^(?!src\/|scenarios\/)/ },
};

/** An entry may import any package, its own files, and the files below it. */
function entry(own: string): Rule {
  return { imports: new RegExp(`^(${below}|src/(panel|worker|coverage|${own})/|(?!src/))`) };
}

/** May import these folders, the files below all entries, Node, and these packages. */
function only(folders: string, packages: string): Rule {
  return { imports: new RegExp(`^(${below}|src/(${folders})/|node:|(${packages})$)`) };
}

const files = globSync(["scenarios/**/*.ts", "src/**/*.{ts,tsx}", "{stories,.storybook}/**/*.{ts,tsx}"])
  .map((file) => file.replaceAll("\\", "/"))
  .filter((file) => !/\.test(-d)?\.tsx?$/.test(file));
const imports = new Map(files.map((file) => [file, importsOf(file)]));

const problems = [...files.flatMap(wrongImports), ...circularImports()];
for (const problem of problems) console.error(problem);
if (problems.length > 0) process.exit(1);
console.log(`The imports of ${files.length} files point one way, with no circular imports.`);

function wrongImports(file: string): string[] {
  const rule = Object.entries(rules).find(([place]) => new RegExp(`^${place}`).test(file))?.[1];
  if (!rule) return [`${file}: no rule for its imports. Add one to scripts/check-imports.ts.`];
  return (imports.get(file) ?? [])
    .filter(({ target, isLazy, isType }) => {
      if (rule.imports.test(target)) return false;
      const isLoadable = rule.loads?.test(target) === true;
      return !isLoadable || !(isLazy || (isType && !target.startsWith("src/")));
    })
    .map(({ target, isLazy }) => `${file} must not ${isLazy ? "load" : "import"} ${target}`);
}

/** Files that import each other, even if only types. Lazy imports are ignored, because they may point back. */
function circularImports(): string[] {
  const done = new Set<string>();
  const visit = (file: string, path: readonly string[]): string[] => {
    const start = path.indexOf(file);
    if (start !== -1) return [`Circular imports: ${[...path.slice(start), file].join(" -> ")}`];
    if (done.has(file)) return [];
    const found = (imports.get(file) ?? [])
      .filter(({ isLazy }) => !isLazy)
      .flatMap(({ target }) => visit(target, [...path, file]));
    done.add(file);
    return found;
  };
  return files.flatMap((file) => visit(file, []));
}

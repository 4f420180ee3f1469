import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join, posix } from "node:path";
import { mswIsMissing } from "./print.ts";
import { playwrightSteps } from "./playwright-steps.ts";
import { type Project, read } from "./project.ts";
import { setupFile } from "./setup-file.ts";
import type { Step } from "./step.ts";
import { addon, typesLine, withAddon, withTypes } from "./storybook-lines.ts";
import { typesStep } from "./types-step.ts";

/** A file to write. */
export interface Change {
  /** Relative to the project's root. */
  readonly path: string;
  /** Null for a new file. */
  readonly before: string | null;
  readonly after: string;
  /** Whether this replaces an existing file, which requires `--force`. */
  readonly overwrites: boolean;
}

/** The files to write, and the notes for the user. */
export interface Plan {
  readonly changes: readonly Change[];
  /** Paths that are up to date. */
  readonly done: readonly string[];
  /** What was skipped, why, and how to do it by hand. */
  readonly skipped: readonly Step[];
  readonly next: readonly Step[];
}

/** Plans what to add. Skips the worker file without a public folder. */
export function makePlan(project: Project, publicFolder: string | undefined): Plan {
  const changes: Change[] = [];
  const done: string[] = [];
  const skipped: Step[] = [];
  const next: Step[] = [];
  const propose = (path: string, after: string, isUpToDate: (before: string) => boolean): void => {
    const before = read(project, path);
    if (before !== null && isUpToDate(before)) done.push(path);
    else changes.push({ path, before, after, overwrites: before !== null });
  };

  if (publicFolder !== undefined) {
    const worker = readWorker(project);
    propose(posix.join(publicFolder, "mockServiceWorker.js"), worker, (before) => before === worker);
    next.push(appStep(project));
  } else if (!hasOnlyTests(project)) {
    skipped.push({
      text: "The worker file was skipped: the public folder is unknown. Pass it with --public <folder>.",
    });
  }

  if (project.runner !== undefined) {
    const setup = setupFile(project, project.runner);
    propose(setup.path, setup.text, (before) => /\b(mock|setup)Auth0\(/.test(before));
    next.push(...setup.next);
  } else if (!project.usesPlaywright) {
    skipped.push({
      text: "The test setup file was skipped: package.json does not use Vitest, Jest, node:test or Playwright.",
    });
  }
  if (project.usesPlaywright) next.push(...playwrightSteps(project));

  planStorybook(project, { changes, done, skipped });
  // The types that these files add are unknown where `tsc` does not read them. Storybook's main file adds none.
  const typed = [...changes.map(({ path }) => path), ...done].filter(
    (path) => /\.[cm]?tsx?$/.test(path) && path !== project.storybook.main,
  );
  const types = typesStep(project, typed);
  if (types) next.push(types);
  return { changes, done, skipped, next };
}

interface PlanLists {
  readonly changes: Change[];
  readonly done: string[];
  readonly skipped: Step[];
}

function planStorybook(project: Project, { changes, done, skipped }: PlanLists): void {
  const { main, preview } = project.storybook;
  if (main === undefined) return;
  const edit = (path: string, change: (before: string) => string | undefined): boolean => {
    const before = read(project, path) ?? "";
    const after = change(before);
    if (after === before) done.push(path);
    else if (after !== undefined) changes.push({ path, before, after, overwrites: false });
    return after !== undefined;
  };

  if (!edit(main, withAddon)) {
    const why = `${main} was not changed: it is unclear where to add the line.`;
    skipped.push({ text: `${why} Add it by hand, before other MSW addons:`, code: `addons: ["${addon}", …]` });
  }
  const source = preview === undefined ? "" : (read(project, preview) ?? "");
  if (source.includes("definePreview(")) {
    if (!source.includes(addon)) {
      const text = `${preview} uses CSF Next. Add addonAuth0() to its addons, and this line:`;
      skipped.push({ text, code: `import addonAuth0 from "${addon}";` });
    }
  } else if (preview !== undefined && /\.[cm]?tsx?$/.test(preview)) {
    edit(preview, withTypes);
  } else if (project.isTypeScript) {
    skipped.push({ text: "For typed stories, add this to any file that TypeScript reads:", code: typesLine });
  }
}

function readWorker({ root }: Project): string {
  let path: string;
  try {
    path = createRequire(join(root, "package.json")).resolve("msw/mockServiceWorker.js");
  } catch (cause) {
    throw new Error(mswIsMissing, { cause });
  }
  return readFileSync(path, "utf8");
}

/** Whether the mock answers only in tests here, so that no app needs a worker file. */
export function hasOnlyTests({ runner, usesPlaywright, publicFolder }: Project): boolean {
  const usesPlaywrightOnly = runner === undefined && usesPlaywright;
  return usesPlaywrightOnly || (publicFolder === undefined && (runner === "jest" || runner === "node"));
}

function appStep(project: Project): Step {
  const entry = entryOf(project) ?? `such as src/main.${project.isTypeScript ? "ts" : "js"}`;
  return {
    text: `In the entry of your app, ${entry}, before it renders:`,
    code: `if (import.meta.env.DEV) {
  const { mockAuth0 } = await import("auth0-msw");
  const { startAuth0 } = await import("auth0-msw/browser");
  await startAuth0(mockAuth0(), { panel: true });
}`,
    isUsage: true,
  };
}

/** The script of index.html, or the usual one that exists. */
function entryOf(project: Project): string | undefined {
  const html = read(project, "index.html") ?? "";
  const linked = [...html.matchAll(/<script\b[^<>]*\bsrc=["'](?:\.?\/)?([^"'<>]+)["']/g)].flatMap(
    ([, path]) => path ?? [],
  );
  const usual = ["src/main", "src/index", "main", "index"].flatMap((name) =>
    ["tsx", "ts", "jsx", "js"].map((extension) => `${name}.${extension}`),
  );
  return [...linked, ...usual].find((path) => read(project, path) !== null);
}

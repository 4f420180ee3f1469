import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { mswIsMissing } from "./print.ts";
import type { Project } from "./project.ts";
import { setupFile } from "./setup-file.ts";
import { addon, typesLine, withAddon, withTypes } from "./storybook-lines.ts";

/** A file to write. */
export interface Change {
  /** From the project's root. */
  readonly path: string;
  /** Null for a new file. */
  readonly before: string | null;
  readonly after: string;
  /** Whether it replaces the whole file, which needs `--force`. */
  readonly overwrites: boolean;
}

/** What to write, and what to tell the user. */
export interface Plan {
  readonly changes: readonly Change[];
  /** Paths that are up to date. */
  readonly done: readonly string[];
  /** What was left out, and why. */
  readonly left: readonly string[];
  /** The next steps, once everything is written. */
  readonly next: readonly string[];
}

/** Finds what is missing. Leaves out the worker file when there is no public folder. */
export function makePlan(project: Project, publicFolder: string | undefined): Plan {
  const changes: Change[] = [];
  const done: string[] = [];
  const left: string[] = [];
  const next: string[] = [];
  const propose = (path: string, after: string, isThere: (before: string) => boolean): void => {
    const before = read(project, path);
    if (before !== null && isThere(before)) done.push(path);
    else changes.push({ path, before, after, overwrites: before !== null });
  };

  if (publicFolder === undefined) {
    left.push("The worker file was left out: the public folder is unknown. Pass it with --public <folder>.");
  } else {
    const worker = readWorker(project);
    propose(`${publicFolder}/mockServiceWorker.js`, worker, (before) => before === worker);
    next.push(appLines(project.isTypeScript));
  }

  if (project.runner === undefined) {
    left.push("The test setup file was left out: package.json has neither Vitest nor Jest nor node:test.");
  } else {
    const { path, text, usage } = setupFile(project, project.runner);
    propose(path, text, (before) => /\b(mock|setup)Auth0\(/.test(before));
    next.push(usage);
  }

  planStorybook(project, { changes, done, left });
  return { changes, done, left, next };
}

interface Growing {
  readonly changes: Change[];
  readonly done: string[];
  readonly left: string[];
}

function planStorybook(project: Project, { changes, done, left }: Growing): void {
  const { main, preview } = project.storybook;
  if (main === undefined) return;
  const edit = (path: string, change: (before: string) => string | undefined, otherwise: string): void => {
    const before = read(project, path) ?? "";
    const after = change(before);
    if (after === undefined) left.push(`${path} was not changed: no clear place for the line. ${otherwise}`);
    else if (after === before) done.push(path);
    else changes.push({ path, before, after, overwrites: false });
  };

  edit(main, withAddon, `Add it by hand, before other MSW addons: addons: ["${addon}", …].`);
  const source = preview === undefined ? "" : (read(project, preview) ?? "");
  if (source.includes("definePreview(")) {
    if (!source.includes(addon)) {
      left.push(
        `${preview} uses CSF Next. Add this: import addonAuth0 from "${addon}", and addonAuth0() to its addons.`,
      );
    }
  } else if (preview !== undefined && /\.[cm]?tsx?$/.test(preview)) {
    edit(preview, withTypes, "");
  } else if (project.isTypeScript) {
    left.push(`For typed stories, add this to any file that TypeScript reads: ${typesLine}`);
  }
}

function read({ root }: Project, path: string): string | null {
  const full = join(root, path);
  return existsSync(full) ? readFileSync(full, "utf8") : null;
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

function appLines(isTypeScript: boolean): string {
  return `In the entry of your app, such as src/main.${isTypeScript ? "ts" : "js"}, before it renders:

    if (import.meta.env.DEV) {
      const { mockAuth0 } = await import("auth0-msw");
      const { startAuth0 } = await import("auth0-msw/browser");
      await startAuth0(mockAuth0(), { panel: true });
    }`;
}

import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { mswIsMissing } from "./print.ts";
import type { Project } from "./project.ts";
import { setupFile } from "./setup-file.ts";
import { addon, typesLine, withAddon, withTypes } from "./storybook-lines.ts";

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
  /** Notes about what was skipped, and why. */
  readonly skipped: readonly string[];
  /** The next steps for the user. */
  readonly next: readonly string[];
}

/** Plans what to add. Skips the worker file when the public folder is unknown. */
export function makePlan(project: Project, publicFolder: string | undefined): Plan {
  const changes: Change[] = [];
  const done: string[] = [];
  const skipped: string[] = [];
  const next: string[] = [];
  const propose = (path: string, after: string, isUpToDate: (before: string) => boolean): void => {
    const before = read(project, path);
    if (before !== null && isUpToDate(before)) done.push(path);
    else changes.push({ path, before, after, overwrites: before !== null });
  };

  if (publicFolder === undefined) {
    skipped.push("The worker file was skipped: the public folder is unknown. Pass it with --public <folder>.");
  } else {
    const worker = readWorker(project);
    propose(`${publicFolder}/mockServiceWorker.js`, worker, (before) => before === worker);
    next.push(appLines(project.isTypeScript));
  }

  if (project.runner === undefined) {
    skipped.push("The test setup file was skipped: package.json does not use Vitest, Jest or node:test.");
  } else {
    const { path, text, usage } = setupFile(project, project.runner);
    propose(path, text, (before) => /\b(mock|setup)Auth0\(/.test(before));
    next.push(usage);
  }

  planStorybook(project, { changes, done, skipped });
  return { changes, done, skipped, next };
}

interface PlanLists {
  readonly changes: Change[];
  readonly done: string[];
  readonly skipped: string[];
}

function planStorybook(project: Project, { changes, done, skipped }: PlanLists): void {
  const { main, preview } = project.storybook;
  if (main === undefined) return;
  const edit = (path: string, change: (before: string) => string | undefined, otherwise: string): void => {
    const before = read(project, path) ?? "";
    const after = change(before);
    if (after === undefined) skipped.push(`${path} was not changed: it is unclear where to add the line. ${otherwise}`);
    else if (after === before) done.push(path);
    else changes.push({ path, before, after, overwrites: false });
  };

  edit(main, withAddon, `Add it by hand, before other MSW addons: addons: ["${addon}", …].`);
  const source = preview === undefined ? "" : (read(project, preview) ?? "");
  if (source.includes("definePreview(")) {
    if (!source.includes(addon)) {
      skipped.push(
        `${preview} uses CSF Next. Add the line: import addonAuth0 from "${addon}", and addonAuth0() to its addons.`,
      );
    }
  } else if (preview !== undefined && /\.[cm]?tsx?$/.test(preview)) {
    edit(preview, withTypes, "");
  } else if (project.isTypeScript) {
    skipped.push(`For typed stories, add this to any file that TypeScript reads: ${typesLine}`);
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

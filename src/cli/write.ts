import { lstatSync, mkdirSync, readFileSync, realpathSync, writeFileSync } from "node:fs";
import { dirname, isAbsolute, relative, resolve, sep } from "node:path";

/** Writes a file of the project, and makes its folder. Throws when the file is outside of the project. */
export function write(
  root: string,
  path: string,
  text: string,
  { overwrites }: { readonly overwrites: boolean },
): void {
  checkInside(root, path);
  const file = resolve(root, path);
  mkdirSync(dirname(file), { recursive: true });
  // Do not overwrite a file that was created meanwhile.
  writeFileSync(file, text, { flag: overwrites ? "w" : "wx" });
}

interface OutputRule {
  /** Whether the text of an existing file may be replaced. */
  readonly isOurs: (text: string) => boolean;
  /** Whether any file may be replaced. */
  readonly force: boolean | undefined;
}

/** Throws when a file may not be written: it is outside of the project, or something else than an earlier output. */
export function checkOutput(root: string, path: string, { isOurs, force = false }: OutputRule): void {
  checkInside(root, path);
  const file = resolve(root, path);
  const isNew = lstatSync(file, { throwIfNoEntry: false }) === undefined;
  if (isNew || force || isOurs(readFileSync(file, "utf8"))) return;
  throw new Error(
    `${relative(root, file)} exists and was not written by this command, so it was not changed. ` +
      "Use --force to overwrite it, or give another file.",
  );
}

/** Throws when a file or folder is outside of the project. */
export function checkInside(root: string, path: string): void {
  const why = whyOutside(root, path);
  if (why !== undefined) throw new Error(`${why} Give a path inside the project, or run this where it belongs.`);
}

/** Why a path is outside of the project, or leads out of it through a link. Undefined when it is inside. */
export function whyOutside(root: string, path: string): string | undefined {
  const inside = relative(root, resolve(root, path));
  if (isOutside(inside)) return `${path} is outside of ${root}, so it was not written.`;
  const parts = inside.split(sep);
  const link = parts.map((_part, at) => parts.slice(0, at + 1).join(sep)).find((part) => leadsOut(root, part));
  return link && `${path} was not written: ${link} is a link that leads out of ${root}.`;
}

function leadsOut(root: string, path: string): boolean {
  const full = resolve(root, path);
  if (!lstatSync(full, { throwIfNoEntry: false })?.isSymbolicLink()) return false;
  try {
    return isOutside(relative(realpathSync(root), realpathSync(full)));
  } catch {
    // Nothing says where a broken link will lead.
    return true;
  }
}

function isOutside(path: string): boolean {
  return path === ".." || path.startsWith(`..${sep}`) || isAbsolute(path);
}

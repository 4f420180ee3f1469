import { globSync } from "node:fs";
import { importsOf } from "../imports-of.ts";
import { entries } from "./entries.ts";
import { fenced } from "./markdown.ts";

/**
 * The folders of `scenarios/` and `src/` and what they import, as a Mermaid flowchart. Arrows that
 * follow from others are left out. A dotted arrow means that the target is only loaded with `import()`.
 */
export function house(): string {
  const files = globSync(["scenarios/**/*.ts", "src/**/*.{ts,tsx}"])
    .map((file) => file.replaceAll("\\", "/"))
    .filter((file) => !/\.test(-d)?\.tsx?$/.test(file))
    .toSorted();
  const folders = [...new Set(files.map(folderOf))].toSorted();
  // The command line imports the package by its name.
  const entryFiles = entries();
  const edges = (isLazy: boolean): Edges =>
    new Map(
      folders.map((folder) => {
        const imports = files.filter((file) => folderOf(file) === folder).flatMap(importsOf);
        const targets = imports
          .filter((each) => each.isLazy === isLazy)
          .map(({ target }) => folderOf(entryFiles.get(target) ?? target));
        return [folder, [...new Set(targets)].filter((each) => each !== folder && folders.includes(each)).toSorted()];
      }),
    );
  const imports = edges(false);
  const loads = new Map(
    Array.from(edges(true), ([from, targets]) => [from, targets.filter((each) => !imports.get(from)?.includes(each))]),
  );
  return fenced(
    "mermaid",
    [
      "flowchart BT",
      ...folders.map((folder) => `  ${nodeOf(folder)}["${titleOf(folder, files)}"]`),
      ...arrows(withoutShortcuts(imports), "-->"),
      ...arrows(loads, "-.->"),
    ].join("\n"),
  ).join("\n");
}

/** `scenarios`, `src/engine`, or `src` for files directly in it. */
function folderOf(file: string): string {
  const [top = "", folder, ...rest] = file.split("/");
  return top === "src" && rest.length > 0 ? `src/${folder}` : top;
}

function titleOf(folder: string, files: readonly string[]): string {
  if (folder !== "src") return `${folder}/`;
  const direct = files.filter((file) => folderOf(file) === "src");
  return direct.length > 3 ? "src/*.ts" : direct.join(", ");
}

function nodeOf(folder: string): string {
  return folder.replaceAll(/\W/g, "_");
}

function arrows(edges: Edges, arrow: string): string[] {
  return [...edges].flatMap(([from, targets]) =>
    targets.map((target) => `  ${nodeOf(from)} ${arrow} ${nodeOf(target)}`),
  );
}

type Edges = ReadonlyMap<string, readonly string[]>;

/** The edges without those whose target is also reached through others. */
function withoutShortcuts(edges: Edges): Edges {
  const isShortcut = (from: string, target: string) =>
    (edges.get(from) ?? []).some((other) => other !== target && reaches(edges, other, target));
  return new Map(Array.from(edges, ([from, targets]) => [from, targets.filter((target) => !isShortcut(from, target))]));
}

function reaches(edges: Edges, from: string, target: string): boolean {
  const reached = new Set([from]);
  for (const each of reached) for (const next of edges.get(each) ?? []) reached.add(next);
  return reached.has(target);
}

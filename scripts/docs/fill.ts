import { extname } from "node:path";
import { fenced, fencesIn, markerIn, withoutFences } from "./markdown.ts";

/** The sources of generated parts and included code. */
export interface Sources {
  /** Reads a file by its path from the root. Throws when it does not exist. */
  readonly read: (file: string) => string;
  /** The generators of the text between `<!-- generated: name -->` and `<!-- /generated -->`, by name. */
  readonly generators: Readonly<Record<string, () => string | Promise<string>>>;
}

/** A document with its includes and generated parts filled in. */
export async function fill(path: string, text: string, sources: Sources): Promise<string> {
  return fillIncludes(path, await fillGenerated(path, text, sources), sources);
}

const endOfGenerated = "<!-- /generated -->";

async function fillGenerated(path: string, text: string, { generators }: Sources): Promise<string> {
  const lines = text.split("\n");
  const outside = withoutFences(lines);
  for (let start = lines.length - 1; start >= 0; start--) {
    const marker = markerIn(outside[start] ?? "");
    if (marker?.name !== "generated") continue;
    const at = `${path}:${start + 1}`;
    const generate = Object.hasOwn(generators, marker.value) ? generators[marker.value] : undefined;
    if (generate === undefined) {
      throw new Error(`${at}: unknown generator "${marker.value}". Use one of ${Object.keys(generators).join(", ")}.`);
    }
    const end = outside.findIndex((line, index) => index > start && line.trim() === endOfGenerated);
    if (end === -1) throw new Error(`${at}: the generated part has no end. Add ${endOfGenerated} below it.`);
    lines.splice(start + 1, end - start - 1, "", ...(await generate()).split("\n"), "");
  }
  return lines.join("\n");
}

function fillIncludes(path: string, text: string, { read }: Sources): string {
  const lines = text.split("\n");
  const outside = withoutFences(lines);
  const fences = fencesIn(lines);
  for (let at = lines.length - 1; at >= 0; at--) {
    const marker = markerIn(outside[at] ?? "");
    if (marker?.name !== "include") continue;
    const { indent, value } = marker;
    const below = lines.findIndex((line, index) => index > at && line.trim() !== "");
    const old = fences.find(({ start }) => start === below);
    const [file = "", region] = value.split("#");
    const block = fenced(extname(file).slice(1), included(`${path}:${at + 1}`, file, region, read));
    const indented = block.map((line) => (line === "" ? "" : indent + line));
    lines.splice(at + 1, old === undefined ? 0 : old.end - at, "", ...indented);
  }
  return lines.join("\n");
}

const regionMarker = /^\s*(?:\/\/|\/\*|#|<!--|\{\/\*)\s*#(end)?region\b\s*([\w-]*)/;

function included(at: string, file: string, region: string | undefined, read: Sources["read"]): string {
  let text;
  try {
    text = read(file);
  } catch (error) {
    throw new Error(`${at}: ${file} can't be read. Fix its path, which starts at the root.`, { cause: error });
  }
  const lines = text.split("\n");
  const inside = region === undefined ? lines : regionOf(lines, region);
  if (inside === undefined) {
    throw new Error(`${at}: ${file} has no region "${region}". Add "// #region ${region}" and "// #endregion" to it.`);
  }
  return withoutCommonIndent(inside.filter((line) => !regionMarker.test(line))).replace(/^\n+|\s+$/g, "");
}

/** The lines between a region's markers. Regions can be nested. */
function regionOf(lines: readonly string[], region: string): readonly string[] | undefined {
  let start: number | undefined;
  let depth = 0;
  for (const [index, line] of lines.entries()) {
    const [isMarker, isEnd, name] = regionMarker.exec(line) ?? [];
    if (isMarker === undefined) continue;
    if (start === undefined) {
      if (isEnd === undefined && name === region) start = index + 1;
      continue;
    }
    if (isEnd === undefined) depth++;
    else if (depth === 0) return lines.slice(start, index);
    else depth--;
  }
  return undefined;
}

function withoutCommonIndent(lines: readonly string[]): string {
  const indents = lines.filter((line) => line.trim() !== "").map((line) => line.search(/\S/));
  const common = Math.min(...indents);
  return lines.map((line) => line.slice(common)).join("\n");
}

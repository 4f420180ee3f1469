import { globSync, readFileSync } from "node:fs";
import { generatedMark } from "../../scripts/docs.ts";
import { fencesIn, type Marker, markerBefore } from "../../scripts/docs/markdown.ts";

/** A fenced block of a page, or a TSDoc example. */
export interface Snippet {
  readonly path: string;
  /** The index of its first line, from 0. */
  readonly line: number;
  readonly language: string;
  readonly code: string;
  /** The marker above its fence. */
  readonly marker: Marker | undefined;
}

/** The fenced blocks of all pages that match the patterns. */
export function snippetsOf(patterns: readonly string[]): Snippet[] {
  return globSync([...patterns])
    .map((file) => file.replaceAll("\\", "/"))
    .toSorted()
    .flatMap((path) => snippetsIn(path, readFileSync(path, "utf8")));
}

/** The fenced blocks of a page. A page that is generated as a whole has signatures and answers, and no snippets. */
export function snippetsIn(path: string, text: string): Snippet[] {
  if (text.startsWith(generatedMark)) return [];
  const lines = text.split("\n");
  return fencesIn(lines).map(({ start, language, code }) => ({
    path,
    line: start + 1,
    language,
    code: code.join("\n"),
    marker: markerBefore(lines, start),
  }));
}

/** The TSDoc examples of a source or declaration file. */
export function examplesIn(path: string, text: string): Snippet[] {
  return Array.from(text.matchAll(/\/\*\*(?:[^*]|\*(?!\/))*\*\//g)).flatMap(({ 0: comment, index }) => {
    const first = text.slice(0, index).split("\n").length - 1;
    const lines = comment.split("\n").map((line) => line.replace(/^\s*\/?\*+\/? ?|\s*\*\/$/g, ""));
    return lines.flatMap((line, at) => {
      const [tag] = /^@example\s*/.exec(line) ?? [];
      if (tag === undefined) return [];
      const end = lines.findIndex((each, other) => other > at && each.startsWith("@"));
      const rest = lines.slice(at + 1, end === -1 ? undefined : end);
      const code = [line.slice(tag.length)].concat(rest).join("\n");
      return [{ path, line: first + at, language: "ts", code, marker: undefined }];
    });
  });
}

/** Languages that the compiler reads. */
export const compiled: ReadonlySet<string> = new Set(["ts", "tsx", "js", "jsx", "mjs"]);

/**
 * A snippet as a module whose lines have the numbers of the page. With the marker `after`, it is a part of a test that
 * follows that region of an example.
 */
export function moduleOf({ line, code, marker }: Snippet): string {
  if (marker?.name !== "after") return "\n".repeat(line) + code;
  // Imports and functions are hoisted, so that they can follow.
  return `${"\n".repeat(line - 1)}test("the snippet", async () => {\n${code}\n});\n${regionOf(marker.value)}`;
}

function regionOf(target: string): string {
  const [file = "", region = ""] = target.split("#");
  const lines = readFileSync(file, "utf8").split("\n");
  const start = lines.indexOf(`// #region ${region}`);
  const end = lines.indexOf("// #endregion", start);
  if (start === -1 || end === -1) throw new Error(`${file} has no region "${region}". Fix the marker in the page.`);
  return lines.slice(start + 1, end).join("\n");
}

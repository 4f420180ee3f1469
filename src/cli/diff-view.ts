import { createTwoFilesPatch } from "diff";
import { paint } from "../coverage/paint.ts";
import { printable, printableLines } from "../coverage/printable.ts";
import type { Change } from "./plan.ts";

/** Longer new files are shown only as a name and a length. */
const longest = 60;

/** A change as a colored unified diff. */
export function showChange({ path, before, after }: Change): string {
  const lines = after.split("\n").length - 1;
  if (before === null && lines > longest) return paint("green", `+++ ${printable(path)} (new, ${lines} lines)`);
  const patch = createTwoFilesPatch(before === null ? "/dev/null" : path, path, before ?? "", after, "", "", {
    context: 3,
  });
  const [, ...body] = patch.slice(patch.indexOf("===")).trimEnd().split("\n");
  return body.map(paintLine).join("\n");
}

function paintLine(line: string): string {
  const shown = printableLines(line.trimEnd());
  if (/^(---|\+\+\+) /.test(shown)) return paint("bold", shown);
  if (shown.startsWith("@@")) return paint("cyan", shown);
  if (shown.startsWith("+")) return paint("green", shown);
  return shown.startsWith("-") ? paint("red", shown) : shown;
}

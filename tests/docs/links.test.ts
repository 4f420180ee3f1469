import { existsSync, globSync, readFileSync, statSync } from "node:fs";
import { posix } from "node:path";
import { expect, test } from "vitest";
import { slug, withoutFences } from "../../scripts/docs/markdown.ts";

const starts = ["README.md", "CONTRIBUTING.md", "CHANGELOG.md"];
const pages = globSync("docs/**/*.md").map((file) => file.replaceAll("\\", "/"));
const read = (path: string) => withoutFences(readFileSync(path, "utf8").split("\n"));

interface Link {
  /** `docs/vitest.md:12` */
  readonly place: string;
  /** The target as written in the page. */
  readonly target: string;
  /** The linked file, as a path from the root. */
  readonly file: string;
  /** The anchor in that file, or an empty string. */
  readonly anchor: string;
}

const links = [...starts, ...pages].flatMap(linksIn);

test("every relative link and image points to an existing file", () => {
  expect(links.filter(({ file }) => !existsSync(file)).map(({ place, target }) => `${place} ${target}`)).toEqual([]);
});

test("every anchor exists in its page", () => {
  const dead = links.filter(
    ({ file, anchor }) => anchor !== "" && existsSync(file) && statSync(file).isFile() && !anchorsIn(file).has(anchor),
  );
  expect(dead.map(({ place, target }) => `${place} ${target}`)).toEqual([]);
});

test("every page is linked from README, CONTRIBUTING or CHANGELOG, directly or through other pages", () => {
  const reached = new Set(starts);
  for (const page of reached) {
    for (const { place, file } of links) if (place.startsWith(`${page}:`)) reached.add(file);
  }
  expect(pages.filter((page) => !reached.has(page))).toEqual([]);
});

function linksIn(path: string): Link[] {
  return read(path).flatMap((line, index) => targetsIn(line).flatMap((target) => toLink(path, index + 1, target)));
}

/** The targets of links and images in a line, in Markdown and HTML. */
function targetsIn(line: string): string[] {
  const text = line.replaceAll(/(`+)(?!`).+?(?<!`)\1(?!`)/g, (span) => "x".repeat(span.length));
  // A title can follow. The brackets can contain an image that is a link.
  const inline = text.matchAll(/\]\(\s*<?([^\s)>]+)>?(?:\s+"[^"]*")?\s*\)/g);
  const references = text.matchAll(/^\s*\[[^\]]+\]:\s*<?([^\s>]+)/g);
  const html = text.matchAll(/<(?:a|img|source)\b[^>]*?\b(?:href|src|srcset)="([^"\s]+)/g);
  return [...inline, ...references, ...html].flatMap(([, target]) => target ?? []);
}

function toLink(path: string, line: number, target: string): Link[] {
  if (/^([a-z][a-z\d+.-]*:|\/\/)/i.test(target)) return [];
  const [address = "", anchor = ""] = target.split("#").map(decodeURIComponent);
  const [to = ""] = address.split("?");
  const file = to === "" ? path : posix.normalize(posix.join(posix.dirname(path), to));
  return [{ place: `${path}:${line}`, target, file: file.replace(/\/$/, ""), anchor }];
}

/** The anchors that GitHub generates for the headings of a page, and the ids in its HTML. */
function anchorsIn(path: string): Set<string> {
  const anchors = new Set<string>();
  for (const line of read(path)) {
    for (const [, id = ""] of line.matchAll(/<[a-z]+\b[^>]*?\b(?:id|name)="([^"]+)"/g)) anchors.add(id);
    const heading = /^ {0,3}#{1,6}\s+(.*?)(?:\s+#+)?\s*$/.exec(line)?.[1];
    if (heading === undefined) continue;
    let anchor = slug(heading);
    for (let n = 1; anchors.has(anchor); n++) anchor = `${slug(heading)}-${n}`;
    anchors.add(anchor);
  }
  return anchors;
}

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
  /** As it is written. */
  readonly target: string;
  /** The file that it leads to, by its path from the root. */
  readonly file: string;
  /** The anchor in that file, or an empty text. */
  readonly anchor: string;
}

const links = [...starts, ...pages].flatMap(linksIn);

test("every relative link and image leads to a file that exists", () => {
  expect(links.filter(({ file }) => !existsSync(file)).map(({ place, target }) => `${place} ${target}`)).toEqual([]);
});

test("every anchor is a heading of its page", () => {
  const dead = links.filter(
    ({ file, anchor }) => anchor !== "" && existsSync(file) && statSync(file).isFile() && !anchorsIn(file).has(anchor),
  );
  expect(dead.map(({ place, target }) => `${place} ${target}`)).toEqual([]);
});

test("every page is reached by links from the README, the guide for contributors or the changelog", () => {
  const reached = new Set(starts);
  for (const page of reached) {
    for (const { place, file } of links) if (place.startsWith(`${page}:`)) reached.add(file);
  }
  expect(pages.filter((page) => !reached.has(page))).toEqual([]);
});

function linksIn(path: string): Link[] {
  return read(path).flatMap((line, index) => targetsIn(line).flatMap((target) => toLink(path, index + 1, target)));
}

/** What a line links to or shows, in Markdown and in HTML. */
function targetsIn(line: string): string[] {
  const text = line.replaceAll(/(`+)(?!`).+?(?<!`)\1(?!`)/g, (span) => "x".repeat(span.length));
  // A title may follow; brackets may hold an image that is a link itself.
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

/** What GitHub makes of a page's headings, and the ids that are written in HTML. */
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

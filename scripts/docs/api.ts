import { augmentationsOf, type Exported, exportsOf } from "./declarations.ts";
import { entries } from "./entries.ts";
import { fenced, slug } from "./markdown.ts";

/** The whole of docs/api.md: every export of every entry with its TSDoc and signature. */
export async function apiPage(): Promise<string> {
  const describedIn = new Map<string, string>();
  const sections = [];
  for (const [entry, file] of entries()) sections.push(await entrySection(entry, file, describedIn));
  return ["# API", "Every export of every entry, its documentation and its signature.", ...sections].join("\n\n");
}

/** `describedIn` has the anchors of declarations that are already described. */
async function entrySection(entry: string, file: string, describedIn: Map<string, string>): Promise<string> {
  const exported = (await exportsOf(file)).toSorted((one, other) => rank(one) - rank(other));
  const augmentations = await augmentationsOf(file);
  const parts = [];
  const again = [];
  for (const { name, found } of exported) {
    const key = JSON.stringify([found.from, found.name]);
    const anchor = describedIn.get(key);
    if (anchor !== undefined) {
      again.push(`[\`${name}\`](#${anchor})`);
      continue;
    }
    // Each entry may have a default export. All other names are described once.
    const title = name === "default" ? `\`default\`: \`${entry}\`` : `\`${name}\``;
    describedIn.set(key, slug(title));
    parts.push(`### ${title}`, ...describe(found));
  }
  if (augmentations.length > 0) {
    parts.push(`### Types that \`${entry}\` adds to other packages`, fencedTs(augmentations.join("\n\n")));
  }
  if (again.length > 0) parts.push(`It also exports ${again.join(", ")}.`);
  if (parts.length === 0) parts.push("It has no exports. Its tool loads it.");
  return [`## \`${entry}\``, ...parts].join("\n\n");
}

/** Sorts functions and values before types. */
function rank({ name, found: { declaration } }: Exported): number {
  if (name === "default") return 0;
  return declaration !== null && /^(interface|type)\b/.test(declaration.signature) ? 2 : 1;
}

function describe({ name, from, declaration }: Exported["found"]): string[] {
  if (declaration === null) return [`\`${name}\` of \`${from}\`.`];
  return [...documentation(declaration.comment), fencedTs(declaration.signature)];
}

/** A TSDoc comment as paragraphs of Markdown. */
function documentation(comment: string): string[] {
  const [summary = "", ...tags] = comment.split(/^@/m).map((part) => part.trim());
  const texts = tags.map((tag) => {
    const [, name = "", text = ""] = /^(\w+)\s*([\s\S]*)$/.exec(tag) ?? [];
    if (name === "example") return text.includes("```") ? text : fencedTs(text);
    return `**${titles.get(name) ?? name}** ${withLinks(text).replace(/^(\S+) - /, "`$1`: ")}`;
  });
  return [withLinks(summary), ...texts].filter(Boolean);
}

const titles: ReadonlyMap<string, string> = new Map([
  ["param", "Parameter"],
  ["typeParam", "Type parameter"],
  ["returns", "Returns"],
  ["throws", "Throws"],
  ["see", "See"],
  ["deprecated", "Deprecated."],
  ["defaultValue", "Default:"],
]);

function withLinks(text: string): string {
  return text.replaceAll(/\{@link (\S+?)(?:\s*\|\s*([^}]*))?\}/g, (_, target: string, title?: string) =>
    target.startsWith("http") ? `[${title ?? target}](${target})` : `\`${title ?? target}\``,
  );
}

function fencedTs(text: string): string {
  return fenced("ts", text).join("\n");
}

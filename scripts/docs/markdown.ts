/** A fenced block of a Markdown text. Line numbers start at 0. */
export interface Fence {
  /** The line that opens it. */
  readonly start: number;
  /** The line that closes it. */
  readonly end: number;
  readonly language: string;
  /** Its lines, without the indentation of the fence. */
  readonly code: readonly string[];
}

/** The fenced blocks of a text, in order. */
export function fencesIn(lines: readonly string[]): Fence[] {
  const fences: Fence[] = [];
  for (let start = 0; start < lines.length; start++) {
    const [, indent = "", ticks, language = ""] = /^(\s*)(`{3,}|~{3,})\s*([\w-]*)/.exec(lines[start] ?? "") ?? [];
    if (ticks === undefined) continue;
    const closes = (line: string) => line.trim().startsWith(ticks) && /^(`+|~+)$/.test(line.trim());
    const length = lines.slice(start + 1).findIndex(closes);
    const end = length === -1 ? lines.length - 1 : start + 1 + length;
    const code = lines
      .slice(start + 1, end)
      .map((line) => (line.startsWith(indent) ? line.slice(indent.length) : line));
    fences.push({ start, end, language, code });
    start = end;
  }
  return fences;
}

/** The marker `<!-- name: value -->` directly before a line, ignoring blank lines, or undefined. */
export function markerBefore(lines: readonly string[], line: number): Marker | undefined {
  const above = lines.slice(0, line).findLastIndex((each) => each.trim() !== "");
  return above === -1 ? undefined : markerIn(lines[above] ?? "");
}

/** An HTML comment that the documentation's scripts read. */
export interface Marker {
  readonly indent: string;
  readonly name: string;
  readonly value: string;
}

/** The marker on a line, or undefined. */
export function markerIn(line: string): Marker | undefined {
  const [, indent, name, value] = /^(\s*)<!-- ([\w-]+): (.*\S) -->\s*$/.exec(line) ?? [];
  return indent === undefined || name === undefined || value === undefined ? undefined : { indent, name, value };
}

/** The lines, with those of fenced blocks replaced by empty ones. */
export function withoutFences(lines: readonly string[]): string[] {
  const result = [...lines];
  for (const { start, end } of fencesIn(lines)) result.fill("", start, end + 1);
  return result;
}

/** A fenced block. Its fence is longer than any in the code. */
export function fenced(language: string, code: string): string[] {
  const longest = Math.max(2, ...Array.from(code.matchAll(/^\s*(`{3,})/gm), ([, ticks = ""]) => ticks.length));
  const ticks = "`".repeat(longest + 1);
  return [ticks + language, ...code.split("\n"), ticks];
}

/** A table. Cells can hold any text: `|` is escaped. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replaceAll("|", String.raw`\|`)).join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}

/** A text as inline code. */
export function codeSpan(text: string): string {
  return text.includes("`") ? `\`\` ${text} \`\`` : `\`${text}\``;
}

/** Escapes a text for Markdown. URLs still become links. */
export function plain(text: string): string {
  return text.replaceAll(/(?<![\w])[_*]|[_*](?!\w)|[<[\]`]/g, String.raw`\$&`);
}

/** The anchor of a heading on GitHub, before repeated ones are numbered. */
export function slug(heading: string): string {
  return heading
    .replaceAll(/!?\[([^\]]*)\]\([^)]*\)/g, "$1")
    .replaceAll(/<[^>]+>/g, "")
    .trim()
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu, "")
    .replaceAll(" ", "-");
}

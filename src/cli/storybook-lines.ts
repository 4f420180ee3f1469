import { type Placed, significant } from "./tokens.ts";

/** The addon for `.storybook/main`. */
export const addon = "auth0-msw/storybook";

/** The line for `.storybook/preview.ts`. Without it, TypeScript does not check ids in stories. */
export const typesLine: string = `/// <reference types="${addon}" />`;

/**
 * Adds our addon to the source of `.storybook/main`. It must come first: other addons start a worker without our
 * checks. Returns the source unchanged when it has the addon, and undefined when it is unclear where to add it.
 */
export function withAddon(source: string): string | undefined {
  const tokens = significant(source);
  const isAddon = ({ type, value }: Placed): boolean => type === "StringLiteral" && value.slice(1, -1) === addon;
  if (tokens.some(isAddon)) return source;
  if (tokens.some(({ type, closed }) => type === "Invalid" || closed === false)) return undefined;

  const lists = tokens.filter(
    ({ value }, at) =>
      /^(["']?)addons\1$/.test(value) && tokens[at + 1]?.value === ":" && tokens[at + 2]?.value === "[",
  );
  const [key] = lists;
  if (!key) return withList(source, tokens);
  if (lists.length > 1) return undefined;

  const bracket = tokens[tokens.indexOf(key) + 2];
  const next = tokens[tokens.indexOf(key) + 3];
  if (!bracket || !next) return undefined;
  const at = bracket.at + 1;
  const gap = source.slice(at, next.at);
  return source.slice(0, at) + separated(addonLiteral(tokens), gap, next.value === "]") + source.slice(at);
}

/** Adds `addons` to a configuration that does not have it. Returns undefined when it may get it from elsewhere. */
function withList(source: string, tokens: readonly Placed[]): string | undefined {
  if (tokens.some(({ value }) => /^(["']?)addons\1$/.test(value))) return undefined;
  const [brace, next] = exportedObject(tokens) ?? [];
  if (!brace || !next || next.value === "}") return undefined;
  const entry = `addons: [${addonLiteral(tokens)}]`;
  const gap = source.slice(brace.at + 1, next.at);
  const at = gap.includes("\n") ? brace.at + 1 : next.at;
  return source.slice(0, at) + separated(entry, gap, false) + source.slice(at);
}

/** The tokens from the brace of the exported configuration on. Undefined when it is no literal, or spreads another. */
function exportedObject(tokens: readonly Placed[]): readonly Placed[] | undefined {
  const at = startOf(tokens, ["export", "default"]) ?? startOf(tokens, ["module", ".", "exports", "="]);
  if (at === undefined) return undefined;
  const object = objectAt(tokens, at) ?? objectNamed(tokens, at);
  return object && spreads(object) ? undefined : object;
}

/** The object literal of the constant that is named here. */
function objectNamed(tokens: readonly Placed[], at: number): readonly Placed[] | undefined {
  const [name, after] = tokens.slice(at, at + 2);
  const declared = name && startOf(tokens, ["const", name.value]);
  if (declared === undefined || /^[.([]$/.test(after?.value ?? "")) return undefined;
  const assigned = tokens.findIndex(({ value }, n) => n >= declared && value === "=");
  return assigned === -1 ? undefined : objectAt(tokens, assigned + 1);
}

/** Where the code after these tokens begins. */
function startOf(tokens: readonly Placed[], values: readonly string[]): number | undefined {
  const at = tokens.findIndex((_token, n) => values.every((value, m) => tokens[n + m]?.value === value));
  return at === -1 ? undefined : at + values.length;
}

/** The object literal that begins here, by itself or in `defineMain()`. */
function objectAt(tokens: readonly Placed[], at: number): readonly Placed[] | undefined {
  const brace = tokens[at]?.value === "defineMain" && tokens[at + 1]?.value === "(" ? at + 2 : at;
  return tokens[brace]?.value === "{" ? tokens.slice(brace) : undefined;
}

/** Whether an object literal takes keys from another object. */
function spreads(object: readonly Placed[]): boolean {
  let depth = 0;
  for (const { value } of object) {
    if (/^[[({]$/.test(value)) depth += 1;
    if (/^[\])}]$/.test(value)) depth -= 1;
    if (depth === 0) return false;
    if (depth === 1 && value === "...") return true;
  }
  return false;
}

function addonLiteral(tokens: readonly Placed[]): string {
  const quote = tokens.find(({ type }) => type === "StringLiteral")?.value.charAt(0) ?? '"';
  return `${quote}${addon}${quote}`;
}

/** Adds the line for typed stories to the source of `.storybook/preview.ts`. */
export function withTypes(source: string): string {
  return source.includes(typesLine) ? source : `${typesLine}${source.includes("\r\n") ? "\r\n" : "\n"}${source}`;
}

function separated(literal: string, gap: string, isLast: boolean): string {
  const lastLine = gap.lastIndexOf("\n") + 1;
  if (lastLine === 0) return isLast ? literal : `${literal}, `;
  const indent = /^[\t ]*/.exec(gap.slice(lastLine))?.[0] ?? "";
  const line = `${gap.charAt(lastLine - 2) === "\r" ? "\r\n" : "\n"}${indent}`;
  return isLast ? `${line}  ${literal},` : `${line}${literal},`;
}

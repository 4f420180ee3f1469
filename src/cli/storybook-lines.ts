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
  if (!key || lists.length > 1) return undefined;

  const bracket = tokens[tokens.indexOf(key) + 2];
  const next = tokens[tokens.indexOf(key) + 3];
  if (!bracket || !next) return undefined;
  const at = bracket.at + 1;
  const gap = source.slice(at, next.at);
  const quote = tokens.find(({ type }) => type === "StringLiteral")?.value.charAt(0) ?? '"';
  const literal = `${quote}${addon}${quote}`;
  return source.slice(0, at) + separated(literal, gap, next.value === "]") + source.slice(at);
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

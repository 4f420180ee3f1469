import jsTokens, { type Token } from "js-tokens";

/** The line for `.storybook/main`. */
export const addon = "auth0-msw/storybook";

/** The line for `.storybook/preview.ts`: without it a wrong id in a story compiles. */
export const typesLine: string = `/// <reference types="${addon}" />`;

/**
 * The source of `.storybook/main` with our addon as the first one, since others start a worker that is
 * not guarded. The source as it is when it names the addon; undefined when there is any doubt where to put it.
 */
export function withAddon(source: string): string | undefined {
  const tokens = significant(source);
  const isText = ({ type, value }: Placed): boolean => type === "StringLiteral" && value.slice(1, -1) === addon;
  if (tokens.some(isText)) return source;
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
  const own = `${quote}${addon}${quote}`;
  return source.slice(0, at) + separated(own, gap, next.value === "]") + source.slice(at);
}

/** The source of `.storybook/preview.ts` with the line that makes stories typed. */
export function withTypes(source: string): string {
  return source.includes(typesLine) ? source : `${typesLine}${source.includes("\r\n") ? "\r\n" : "\n"}${source}`;
}

function separated(own: string, gap: string, isLast: boolean): string {
  const line = /(\r?\n[\t ]*)[^\n]*$/.exec(gap)?.[1];
  if (line === undefined) return isLast ? own : `${own}, `;
  return isLast ? `${line}  ${own},` : `${line}${own},`;
}

type Placed = Pick<Token, "type" | "value"> & { readonly at: number; readonly closed?: boolean };

const blank = /^(WhiteSpace|LineTerminatorSequence|HashbangComment|SingleLineComment|MultiLineComment)$/;

function significant(source: string): Placed[] {
  let at = 0;
  const placed: Placed[] = [];
  for (const token of jsTokens(source)) {
    if (!blank.test(token.type)) placed.push({ ...token, at });
    at += token.value.length;
  }
  return placed;
}

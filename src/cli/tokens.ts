import jsTokens, { type Token } from "js-tokens";

/** A token and its place in the source. */
export type Placed = Pick<Token, "type" | "value"> & { readonly at: number; readonly closed?: boolean };

const blank = /^(WhiteSpace|LineTerminatorSequence|HashbangComment|SingleLineComment|MultiLineComment)$/;

/** The tokens of a source, without comments and whitespace. */
export function significant(source: string): Placed[] {
  let at = 0;
  const placed: Placed[] = [];
  for (const token of jsTokens(source)) {
    if (!blank.test(token.type)) placed.push({ ...token, at });
    at += token.value.length;
  }
  return placed;
}

/** The text of a string literal, or undefined for any other token. */
export function literalOf({ type, value }: Placed): string | undefined {
  return type === "StringLiteral" || type === "NoSubstitutionTemplate" ? value.slice(1, -1) : undefined;
}

/** The tokens of each value that has this key in an object. */
export function valuesOf(tokens: readonly Placed[], key: string): (readonly Placed[])[] {
  const isKey = (at: number): boolean =>
    (tokens[at]?.value === key || (tokens[at] !== undefined && literalOf(tokens[at]) === key)) &&
    tokens[at + 1]?.value === ":";
  return tokens.flatMap((_token, at) => (isKey(at) ? [valueFrom(tokens.slice(at + 2))] : []));
}

/** The tokens up to the comma or bracket that ends the value. */
function valueFrom(tokens: readonly Placed[]): readonly Placed[] {
  let depth = 0;
  const end = tokens.findIndex(({ value }) => {
    if (depth === 0 && /^[,\])}]$/.test(value)) return true;
    if (/^[[({]$/.test(value)) depth += 1;
    if (/^[\])}]$/.test(value)) depth -= 1;
    return false;
  });
  return end === -1 ? tokens : tokens.slice(0, end);
}

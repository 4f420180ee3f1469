/**
 * A text of a page or a test on one line of a terminal. Characters that would control the terminal, or change the
 * direction of what follows, are shown as escapes.
 */
export function printable(text: string): string {
  return printableLines(text.replaceAll(/\s+/g, " "));
}

/** The same for a text with lines and tabs. */
export function printableLines(text: string): string {
  return text.replaceAll(/[^\P{Cc}\t\n]|\p{Bidi_Control}/gu, escaped);
}

function escaped(character: string): string {
  return String.raw`\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
}

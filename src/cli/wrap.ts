/** The width of the terminal. It is 80 columns when there is none, or when it does not say. */
export function terminalWidth(): number {
  return process.stdout.columns || 80;
}

/** Breaks a text between words into lines of at most `width` columns. A longer word gets its own line. */
export function wrap(text: string, width: number): string[] {
  const [first = "", ...words] = text.split(" ");
  const lines = [first];
  for (const word of words) {
    const line = `${lines.at(-1)} ${word}`;
    if (line.length > width) lines.push(word);
    else lines.splice(-1, 1, line);
  }
  return lines;
}

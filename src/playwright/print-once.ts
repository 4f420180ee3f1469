const printed = new Set<string>();

/** Prints a sentence, once in a process. */
export function printOnce(level: "warn" | "error", sentence: string): void {
  if (printed.has(sentence)) return;
  printed.add(sentence);
  console[level](`[auth0-msw] ${sentence}`);
}

const printed = new Set<string>();

/** Prints a text, once for each level and key in a process or page. */
export function printOnce(level: "warn" | "error", text: string, key: string = text): void {
  if (printed.has(level + key)) return;
  printed.add(level + key);
  console[level](`[auth0-msw] ${text}`);
}

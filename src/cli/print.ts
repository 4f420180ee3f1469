import { printableLines } from "../coverage/printable.ts";

/** Prints a line to stdout. */
export function print(text: string): void {
  process.stdout.write(`${text}\n`);
}

/** Prints a line to stderr. It may have texts of files and pages, and is never colored. */
export function printError(text: string): void {
  process.stderr.write(`${printableLines(text)}\n`);
}

// A command such as `head` may close the pipe early.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
});

/** The project installs MSW itself, so that handlers and worker have the same version. */
export const mswIsMissing = "MSW is not installed here. Run: npm install --save-dev msw";

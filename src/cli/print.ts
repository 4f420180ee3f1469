import { styleText } from "node:util";

/** Writes a text and a line break to where results go. */
export function print(text: string): void {
  process.stdout.write(`${text}\n`);
}

/** Writes a text and a line break to where complaints go. */
export function printError(text: string): void {
  process.stderr.write(`${text}\n`);
}

// A reader that has seen enough, such as `head`, is no mistake.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
});

/** Colours a text where colours are wanted. */
export function paint(format: Parameters<typeof styleText>[0], text: string): string {
  return isColoured ? styleText(format, text) : text;
}

const { FORCE_COLOR: force = "", NO_COLOR: none = "" } = process.env;
const isColoured = force === "" ? none === "" && process.stdout.isTTY : force !== "0" && force !== "false";

import { styleText } from "node:util";

type Format = Parameters<typeof styleText>[0];

/** Colors text in a terminal and in CI, unless `NO_COLOR` or `FORCE_COLOR` override this. */
export function paint(format: Format, text: string): string {
  return isColored() ? styleText(format, text, { validateStream: false }) : text;
}

function isColored(): boolean {
  const { FORCE_COLOR: force = "", NO_COLOR: none = "", CI: ci = "" } = process.env;
  if (force !== "") return force !== "0" && force !== "false";
  return none === "" && (process.stdout.isTTY || ci !== "");
}

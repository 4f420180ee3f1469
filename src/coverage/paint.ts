import { styleText } from "node:util";

type Format = Parameters<typeof styleText>[0];

/** Colors a text on a terminal and in CI, unless `NO_COLOR` or `FORCE_COLOR` say otherwise. */
export function paint(format: Format, text: string): string {
  return isColoured() ? styleText(format, text, { validateStream: false }) : text;
}

function isColoured(): boolean {
  const { FORCE_COLOR: force = "", NO_COLOR: none = "", CI: ci = "" } = process.env;
  if (force !== "") return force !== "0" && force !== "false";
  return none === "" && (process.stdout.isTTY || ci !== "");
}

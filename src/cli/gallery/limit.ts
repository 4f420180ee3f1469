import { showValue } from "../../catalog/show-value.ts";
import { verdicts } from "../../screen/verdict.ts";

/** Reads a limit: `silent=0` limits a verdict, and `100` or `met=100` is the percentage that tests must have met. */
export function toLimit(text: string): [name: string, limit: number] {
  const [name, value] = text.includes("=") ? text.split("=", 2) : ["met", text];
  const limit = Number(value);
  if (name !== undefined && value?.trim() && !Number.isNaN(limit)) return [name, limit];
  throw new TypeError(`Invalid --threshold ${showValue(text)}: it has no number. ${adviceFor(text)}`);
}

function adviceFor(text: string): string {
  const verdict = verdicts.find((each) => each !== "says" && text.split("=", 1)[0] === each);
  if (verdict === undefined) return "Give a percentage such as 100, or a limit such as silent=0.";
  return verdict.includes(" ") ? `Give "${verdict}=0", in quotes.` : `Give ${verdict}=0.`;
}

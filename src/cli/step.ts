import { terminalWidth, wrap } from "./wrap.ts";

/** Something for the user to do. */
export interface Step {
  readonly text: string;
  /** What to copy. It is printed below the text, and never wrapped. */
  readonly code?: string;
  /** Whether this says how to use what was written. Nothing checks whether it is done. */
  readonly isUsage?: boolean;
}

/** Formats a step for the terminal. */
export function showStep({ text, code }: Step): string {
  return code === undefined ? showNote(text) : `${showNote(text)}\n\n${code.replaceAll(/^(?=.)/gm, "    ")}`;
}

/** Wraps a note to the width of the terminal. */
export function showNote(text: string): string {
  return wrap(text, terminalWidth()).join("\n");
}

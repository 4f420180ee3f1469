/**
 * Whether the play of a story is over in a phase that Storybook reports. The later phases don't tell: Storybook finishes
 * a mount that was replaced up to five seconds later, while the play of the next one runs.
 */
export function isPlayOver(phase: string): boolean {
  return phase === "completing" || phase === "errored";
}

/** A mutant that no test can, or should, tell from the original code. */
export interface Explained {
  readonly file: string;
  /** The original code and the mutated code, as in the report. */
  readonly before: string;
  readonly after: string;
  readonly why: string;
}

/** Mutants that may survive, and why. */
export const explained: readonly Explained[] = [];

/** A mutant that no test can tell from the code, or should. */
export interface Explained {
  readonly file: string;
  /** The code that was changed and what it became, as the report has them. */
  readonly before: string;
  readonly after: string;
  readonly why: string;
}

/** Why these may survive. */
export const explained: readonly Explained[] = [];

/** What a test leaves behind for the report: the ids of the answers that were served in it. */
export interface CoverageMeta {
  /** The version of this shape. */
  readonly v: 1;
  readonly served: readonly string[];
}

/** Whether something is of this version: tests may run with another copy of the package than the reporter. */
export function isCoverageMeta(given: unknown): given is CoverageMeta {
  const { v, served } = Object(given) as Partial<CoverageMeta>;
  return v === 1 && Array.isArray(served) && served.every((id) => typeof id === "string");
}

/** Under which type it is an annotation of Playwright's, which shows none that begins with an underscore. */
export const annotationType = "_auth0-msw";

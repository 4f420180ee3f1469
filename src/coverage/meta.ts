import type { ScreenRecord } from "../screen/screen-watch.ts";

/** The metadata of a test: the ids of the scenarios that it met. */
export interface CoverageMeta {
  /** The version of this shape. */
  readonly v: 1;
  readonly served: readonly string[];
  /** What the page said to each failure, in order. */
  readonly screens?: readonly ScreenRecord[];
}

/** Whether metadata has this version. Tests may use another copy of the package than the reporter. */
export function isCoverageMeta(given: unknown): given is CoverageMeta {
  const { v, served } = Object(given) as Partial<CoverageMeta>;
  return v === 1 && Array.isArray(served) && served.every((id) => typeof id === "string");
}

/** The type of the Playwright annotation; Playwright hides types that begin with an underscore. */
export const annotationType = "_auth0-msw";

import type { Probe } from "./start-check.ts";

/** The request that checks a start in a page. A browser never sends a request that only its cache may answer. */
export function pageProbe(isGiven: boolean): Probe {
  return {
    url: new URL("/auth0-msw-start-check", location.href).href,
    init: { cache: "only-if-cached", mode: "same-origin" },
    whenUnseen: isGiven
      ? "Is your worker running? Call await worker.start() first."
      : 'Another worker or another copy of MSW may answer first: "npm ls msw" shows whether there are two. Or close ' +
        "the other tabs of this page and reload.",
  };
}

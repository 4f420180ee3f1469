import { http, type HttpHandler } from "msw";
import { type Domain, hostPattern } from "../catalog/domain.ts";
import type { Mock } from "./request-context.ts";
import { preflight } from "./response.ts";

/** The handler for what the handlers of the endpoints leave, and for the request that checks a start. */
export interface OthersHandler extends HttpHandler {
  /** All handlers of the network that it answers in. Undefined where the app calls MSW itself. */
  listHandlers?: (() => readonly object[]) | undefined;
  /** The URL of the request that checks a start. */
  probe?: string | undefined;
}

/** A handler that matches only the requests that it answers, so that MSW still treats the others as unhandled. */
export function createOthersHandler(
  findMock: (request: Request) => Mock | undefined,
  domains: readonly Domain[],
): OthersHandler {
  const handler: OthersHandler = http.all(hostPattern(domains), () => {});
  return Object.assign(handler, {
    probe: undefined,
    async run(args: RunArgs) {
      const { request } = args;
      if (request.url === handler.probe) return { ...args, handler, response: preflight(request) };
      const mock = findMock(request);
      if (!mock || mock.otherRequests === "pass" || !mock.ownUrls.test(request.url)) return null;
      return (await import("./other-requests.ts")).judge(handler, mock, args);
    },
    /** MSW logs what it answers, but the app did not send the probe, and refused requests are printed. */
    log: () => Promise.resolve(),
  });
}

/** What MSW passes to a handler. */
export type RunArgs = Parameters<HttpHandler["run"]>[0];

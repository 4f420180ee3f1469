import type { HttpHandler } from "msw";
import type { OthersHandler, RunArgs } from "./others-handler.ts";
import { printOnce } from "./print-once.ts";
import type { Mock } from "./request-context.ts";
import { networkError, preflight } from "./response.ts";

type Result = Awaited<ReturnType<HttpHandler["run"]>>;

/**
 * Decides about a request to a mocked domain that is for neither endpoint. A handler of the user's own answers first,
 * even when it comes later. Null lets the request pass.
 */
export async function judge(handler: OthersHandler, mock: Mock, args: RunArgs): Promise<Result> {
  const { request } = args;
  // Where the domain is the page's own, these are its scripts and pictures.
  if (new URL(request.url).origin === globalThis.location?.origin) return null;
  const isStrict = mock.otherRequests === "error";
  // Where the app calls MSW itself, MSW's `onUnhandledRequest` warns.
  if (!isStrict && !handler.listHandlers) return null;
  const listed = (handler.listHandlers?.() ?? []).filter(isRequestHandler);
  const own = listed.filter((each) => !("probe" in each));
  const isPreflight = request.method === "OPTIONS";

  if (isStrict) {
    for (const later of listed.slice(listed.indexOf(handler) + 1)) {
      const result = own.includes(later) ? await later.run(args) : null;
      if (result?.response) return result;
    }
    // The request itself follows, and is judged then.
    return isPreflight ? { ...args, handler, response: preflight(request) } : refuse(handler, mock, args);
  }

  if (await isHandled(own, request, args)) return null;
  const asked = request.headers.get("access-control-request-method");
  if (isPreflight) {
    // happy-dom hides the header from MSW.
    for (const method of asked ? [asked] : methods) {
      const real = new Request(request.url, { method });
      if (await isHandled(own, real, args)) return { ...args, handler, response: preflight(request) };
    }
  }
  return isPreflight && !asked ? null : warn(mock, request, asked ?? request.method);
}

const methods = ["GET", "POST", "PUT", "PATCH", "DELETE"];

/** MSW also lists handlers of WebSockets, which have no `test`. */
function isRequestHandler(handler: object): handler is HttpHandler {
  return "test" in handler;
}

async function isHandled(
  handlers: readonly HttpHandler[],
  request: Request,
  { resolutionContext }: RunArgs,
): Promise<boolean> {
  for (const handler of handlers) {
    const { isUsed, options } = handler as unknown as { isUsed: boolean; options?: { readonly once?: boolean } };
    if (isUsed && options?.once) continue;
    if (await handler.test({ request, ...(resolutionContext && { resolutionContext }) })) return true;
  }
  return false;
}

function warn(mock: Mock, request: Request, method: string): null {
  const { testName } = mock.session(request);
  const url = withoutQuery(request.url);
  const text = [
    `${method} ${url} goes to the real service${testName ? `, from the test "${testName}"` : ""}. ${why}`,
    ...answerIt(method, url),
    'Or let such requests pass with the option otherRequests: "pass", or fail with "error".',
  ].join("\n");
  printOnce("warn", text, `${method} ${url}`);
  return null;
}

function refuse(handler: OthersHandler, mock: Mock, args: RunArgs): Result {
  const { method, url: full } = args.request;
  const session = mock.session(args.request);
  const { testName } = session;
  const url = withoutQuery(full);
  const text = [
    `${method} ${url} was refused${testName ? ` in the test "${testName}"` : ""}, by otherRequests: "error". ${why}`,
    ...answerIt(method, url),
    ...(handler.listHandlers ? [] : ["List it before auth0.handlers."]),
  ].join("\n");
  session.refused.add(text);
  printOnce("error", text, `${method} ${url}`);
  return { ...args, handler, response: networkError() };
}

const why = "The mock answers only /oauth/ro and /passwordless/start.";

function answerIt(method: string, url: string): string[] {
  return [
    "Answer it with a handler of your own:",
    `  http.${method.toLowerCase()}("${url}", () => HttpResponse.json({ … }))`,
  ];
}

/** A query may have secrets in it. MSW ignores the one of a handler's path. */
export function withoutQuery(url: string): string {
  return url.replace(/[?#][^]*$/, "");
}

import { HttpResponse } from "msw";
import { fill, type Params } from "./placeholders.ts";
import type { Entry } from "./registry.ts";

/** The bytes of an answer, or the lack of one. */
export interface Answer {
  /** Null for a network error. */
  readonly status: number | null;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Renders an entry: params or their defaults for its placeholders, extra headers over its own. */
export function render(entry: Entry, params: Params = {}, headers: Readonly<Record<string, string>> = {}): Answer {
  return {
    status: entry.status,
    headers: mergeHeaders(renderHeaders(entry, params), headers),
    body: renderBody(entry, params),
  };
}

/** The body of an entry: JSON for an object, with the params inside its strings. */
export function renderBody({ content, params: defaults }: Entry, params: Params): string {
  if (content === null) return "";
  if (typeof content === "string") return fill(content, defaults, params);
  const text = JSON.stringify(content);
  // Most answers have none, and to look at every value takes five times as long.
  if (!/\{[a-z]/i.test(text)) return text;
  return JSON.stringify(content, (_key, value: unknown) =>
    typeof value === "string" ? fill(value, defaults, params) : value,
  );
}

/** The headers of an entry, without those of CORS. */
export function renderHeaders(entry: Entry, params: Params): Record<string, string> {
  const filled = Object.fromEntries(
    Object.entries(entry.headers).map(([name, value]) => [name, fill(value, entry.params, params)]),
  );
  return mergeHeaders(
    typeof entry.content === "object" && entry.content !== null ? jsonHeaders : { "cache-control": "no-cache" },
    filled,
  );
}

/** Headers in lower case, the later ones in place of the earlier. */
export function mergeHeaders(
  ...all: readonly (Readonly<Record<string, string>> | undefined)[]
): Record<string, string> {
  const merged = Object.create(null) as Record<string, string>;
  for (const headers of all) {
    for (const name in headers) merged[name.toLowerCase()] = headers[name] as string;
  }
  return merged;
}

/** What every JSON answer says of itself. */
export const jsonHeaders: Readonly<Record<string, string>> = {
  "content-type": "application/json; charset=utf-8",
  "cache-control": "no-cache",
};

/** What a response depends on. */
type RequestHead = Pick<Request, "method" | "headers">;

/** Turns an answer into the response to a request, readable across origins. */
export function toResponse({ status, headers, body }: Answer, request: RequestHead): Response {
  if (status === null) return networkError();
  const bodiless = request.method === "HEAD" || status === 204 || status === 205 || status === 304;
  const names = Object.keys(headers);
  return new HttpResponse(bodiless ? null : body, {
    status,
    headers: {
      ...cors(request),
      "access-control-expose-headers": names.join(", "),
      ...(!bodiless && !names.some((name) => framing.test(name)) && lengthOf(body)),
      ...headers,
    },
  });
}

/** The headers that say where a body ends. */
const framing = /^(content-length|transfer-encoding)$/i;

/** Without it MSW 3 sends the answer to a `fetch` in chunks, which takes a third longer. */
function lengthOf(body: string): Record<string, string> {
  return { "content-length": String(new TextEncoder().encode(body).length) };
}

/** What a `fetch` rejects on. */
export function networkError(): Response {
  return HttpResponse.error();
}

/** The answer to a CORS preflight (Fetch Standard, section 3.2.2): yes to whatever it asks for. */
export function preflight(request: Request): Response {
  return new HttpResponse(null, {
    status: 204,
    headers: {
      ...cors(request),
      "access-control-allow-methods": "GET, HEAD, POST, PUT, PATCH, DELETE",
      "access-control-allow-headers": request.headers.get("access-control-request-headers") ?? "*",
    },
  });
}

function cors(request: RequestHead): Record<string, string> {
  const origin = request.headers.get("origin");
  if (origin === null) return { "access-control-allow-origin": "*" };
  return { "access-control-allow-origin": origin, "access-control-allow-credentials": "true", vary: "Origin" };
}

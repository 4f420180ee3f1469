import { HttpResponse } from "msw";
import type { Answer } from "../catalog/render.ts";

/** The parts of a request that a response depends on. */
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

/** The headers that mark the end of a body. */
const framing = /^(content-length|transfer-encoding)$/i;

/** Without it MSW 3 sends the response to a `fetch` in chunks, which takes a third longer. */
function lengthOf(body: string): Record<string, string> {
  return { "content-length": String(new TextEncoder().encode(body).length) };
}

/** A response that makes `fetch` reject. */
export function networkError(): Response {
  return HttpResponse.error();
}

/** The response to a CORS preflight (Fetch Standard, section 3.2.2). It allows everything that the request asks for. */
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

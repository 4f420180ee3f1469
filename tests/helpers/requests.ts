import { type Endpoint, type Example, mockAuth0 } from "auth0-msw";
import type { WireRequest } from "../host/wire.ts";

export const origin = "https://demo.eu.auth0.com";

const paths: Readonly<Record<Endpoint, string>> = {
  "oauth-ro": "/oauth/ro",
  "passwordless-start": "/passwordless/start",
};

/** A JSON request to an endpoint. */
export function post(endpoint: Endpoint, body: unknown, headers: Record<string, string> = {}): WireRequest {
  return {
    url: origin + paths[endpoint],
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body: typeof body === "string" ? body : JSON.stringify(body),
  };
}

/** The request of an example. */
export function fromExample({ method, host, path, headers, body }: Example): WireRequest {
  const url = (host ? `https://${host}` : origin) + path;
  if (body === null) return { url, method, headers };
  return { url, method, headers, body: typeof body === "string" ? body : JSON.stringify(body) };
}

const { scenarios } = mockAuth0();

/** The successful request of the catalog, with some changes. */
export function valid(endpoint: Endpoint, changes: Record<string, unknown> = {}): WireRequest {
  const success = scenarios.find(({ id }) => id === `${endpoint}/success`);
  const body = success?.example?.body;
  return post(endpoint, { ...(typeof body === "object" ? body : {}), ...changes });
}

/** The parsed body of a response. */
export function json(answer: { readonly body: string }): Record<string, unknown> {
  return JSON.parse(answer.body) as Record<string, unknown>;
}

import { type Call, type Endpoint, mockAuth0, type MockAuth0 } from "auth0-msw";
import { decodeJwt, type JWTPayload } from "jose";
import { getResponse } from "msw";
import { post, valid } from "./requests.ts";

/** The response, and the call in the log of the mock. */
export interface Received {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** The parsed body. */
  readonly json: Record<string, unknown>;
  readonly call: Call;
}

/** Changes to the default request. */
export interface SendOptions {
  readonly headers?: Record<string, string>;
  readonly method?: string;
  readonly url?: string;
}

/** Sends a request directly to the handlers of a mock. A string is sent unchanged, any other body as JSON. */
export async function sendRequest(
  auth0: MockAuth0,
  endpoint: Endpoint,
  body: unknown,
  { headers, method = "POST", url }: SendOptions = {},
): Promise<Received> {
  const wire = post(endpoint, body, headers);
  const hasBody = method !== "GET" && method !== "HEAD";
  const request = new Request(url ?? wire.url, {
    method,
    headers: wire.headers ?? {},
    ...(hasBody && { body: wire.body as string }),
  });
  const response = await getResponse(auth0.handlers, request);
  if (!response) throw new Error("No handler answered.");
  const call = auth0.calls(endpoint).at(-1);
  if (!call) throw new Error("No call was logged.");
  const text = response.type === "error" ? "" : await response.text();
  const { status, headers: received } = response;
  return {
    status,
    headers: received,
    text,
    get json() {
      return JSON.parse(text) as Record<string, unknown>;
    },
    call,
  };
}

/** Sends the valid request of an endpoint, with some changes, directly to the handlers. */
export function sendValid(
  auth0: MockAuth0,
  endpoint: Endpoint,
  changes: Record<string, unknown> = {},
  options: SendOptions = {},
): Promise<Received> {
  return sendRequest(auth0, endpoint, JSON.parse(valid(endpoint, changes).body as string), options);
}

/** `mockAuth0` without the types of its options. */
export const untypedMock = mockAuth0 as (options?: object) => MockAuth0;

/** The claims of the id token in a response. */
export function claimsIn({ json }: Received): JWTPayload {
  return decodeJwt(String(json["id_token"]));
}

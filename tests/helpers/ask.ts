import { type Call, type Endpoint, mockAuth0, type MockAuth0 } from "auth0-msw";
import { decodeJwt, type JWTPayload } from "jose";
import { getResponse } from "msw";
import { post, valid } from "./requests.ts";

/** What came back, and what the mock says of it. */
export interface Asked {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** The JSON of the answer. */
  readonly json: Record<string, unknown>;
  readonly call: Call;
}

/** How a request differs from an ordinary one. */
export interface AskOptions {
  readonly headers?: Record<string, string>;
  readonly method?: string;
  readonly url?: string;
}

/** Sends a request straight to the handlers of a mock: a text as it stands, anything else as JSON. */
export async function ask(
  auth0: MockAuth0,
  endpoint: Endpoint,
  body: unknown,
  { headers, method = "POST", url }: AskOptions = {},
): Promise<Asked> {
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

/** The valid request of an endpoint with some of it changed, sent straight to the handlers. */
export function askValid(
  auth0: MockAuth0,
  endpoint: Endpoint,
  changes: Record<string, unknown> = {},
  options: AskOptions = {},
): Promise<Asked> {
  return ask(auth0, endpoint, JSON.parse(valid(endpoint, changes).body as string), options);
}

/** A mock whose options no compiler looks at. */
export const untypedMock = mockAuth0 as (options?: object) => MockAuth0;

/** The claims of an answer's id token. */
export function claimsIn({ json }: Asked): JWTPayload {
  return decodeJwt(String(json["id_token"]));
}

import type { RecordedRequest } from "./recorded-requests.ts";

/** The parts of a request that must equal its recording. */
export interface OnTheWire {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: string;
}

/** Returns a recorded request for the comparison. */
export function recorded({ method, path, headers, body }: RecordedRequest): OnTheWire {
  return { method, path, headers: comparable(headers), body };
}

/** Returns a sent request for the comparison, with only the headers of the recording. */
export async function sent(request: Request | undefined, { headers }: RecordedRequest): Promise<OnTheWire> {
  if (!request) throw new Error("No request was sent.");
  const { pathname, search } = new URL(request.url);
  const same = Object.keys(headers).map((name) => [name, request.headers.get(name) ?? ""]);
  return {
    method: request.method,
    path: pathname + search,
    headers: comparable(Object.fromEntries(same)),
    body: await request.text(),
  };
}

/** The content of an `auth0-client` header: SDK, version and environment. */
export function clientInfo(header: string | undefined): Readonly<Record<string, unknown>> {
  if (header === undefined) return {};
  return JSON.parse(atob(header.replaceAll("-", "+").replaceAll("_", "/")));
}

function comparable(headers: Readonly<Record<string, string>>): Readonly<Record<string, unknown>> {
  const { env, ...info } = clientInfo(headers["auth0-client"]);
  // Only the version of Node depends on the machine.
  const kept = env === undefined ? info : { ...info, env: Object.keys(env as object) };
  return { ...headers, "auth0-client": kept };
}

import type { RecordedRequest } from "./recorded-requests.ts";

/** What a recorded request and a sent one must have in common. */
export interface OnTheWire {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: string;
}

/** A recorded request, ready to compare. */
export function recorded({ method, path, headers, body }: RecordedRequest): OnTheWire {
  return { method, path, headers: comparable(headers), body };
}

/** A request that was sent, as far as the recording has something to say about it. */
export async function sent(request: Request | undefined, { headers }: RecordedRequest): Promise<OnTheWire> {
  if (!request) throw new Error("Nothing was sent.");
  const { pathname, search } = new URL(request.url);
  const same = Object.keys(headers).map((name) => [name, request.headers.get(name) ?? ""]);
  return {
    method: request.method,
    path: pathname + search,
    headers: comparable(Object.fromEntries(same)),
    body: await request.text(),
  };
}

/** What `auth0-client` says: which SDK, which version, on what. */
export function clientInfo(header: string | undefined): Readonly<Record<string, unknown>> {
  if (header === undefined) return {};
  return JSON.parse(atob(header.replaceAll("-", "+").replaceAll("_", "/")));
}

function comparable(headers: Readonly<Record<string, string>>): Readonly<Record<string, unknown>> {
  const { env, ...info } = clientInfo(headers["auth0-client"]);
  // The one thing that depends on the machine: the version of Node.
  const kept = env === undefined ? info : { ...info, env: Object.keys(env as object) };
  return { ...headers, "auth0-client": kept };
}

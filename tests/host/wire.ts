/** What goes over the wire to the mocked service. */
export interface WireRequest {
  readonly url: string;
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array<ArrayBuffer>;
}

/** What comes back, as far as the host lets its callers see it. */
export interface WireAnswer {
  readonly status: number;
  /** By lower-case name. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** One of a host's ways to send a request. Rejects when no answer comes. */
export type Transport = (request: WireRequest) => Promise<WireAnswer>;

export const viaFetch: Transport = async ({ url, ...init }) => {
  const response = await fetch(url, init);
  // happy-dom keeps the case that a name came in.
  const headers = [...response.headers].map(([name, value]) => [name.toLowerCase(), value]);
  return { status: response.status, headers: Object.fromEntries(headers), body: await response.text() };
};

export const viaXhr: Transport = ({ url, method = "GET", headers = {}, body = null }) =>
  new Promise((resolve, reject) => {
    const xhr = new XMLHttpRequest();
    xhr.open(method, url);
    for (const [name, value] of Object.entries(headers)) xhr.setRequestHeader(name, value);
    for (const type of ["error", "abort", "timeout"] as const) {
      xhr.addEventListener(type, () => reject(new TypeError(`XMLHttpRequest of ${url} ended in "${type}".`)));
    }
    xhr.addEventListener("load", () => {
      resolve({ status: xhr.status, headers: parseHeaders(xhr.getAllResponseHeaders()), body: xhr.responseText });
    });
    xhr.send(body);
  });

function parseHeaders(lines: string): Record<string, string> {
  const pairs = lines
    .split("\r\n")
    .filter((line) => line !== "")
    .map((line) => {
      const colon = line.indexOf(":");
      return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()];
    });
  return Object.fromEntries(pairs);
}

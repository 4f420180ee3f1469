/** A request to the mocked service. */
export interface WireRequest {
  readonly url: string;
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array<ArrayBuffer>;
}

/** The part of the response that the host shows to its callers. */
export interface WireAnswer {
  readonly status: number;
  /** The names are in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** An HTTP stack of a host. Rejects when there is no response. */
export type Transport = (request: WireRequest) => Promise<WireAnswer>;

export const viaFetch: Transport = async ({ url, ...init }) => {
  const response = await fetch(url, init);
  // happy-dom keeps the original case of a name.
  const headers = [...response.headers].map(([name, value]) => [name.toLowerCase(), value]);
  return { status: response.status, headers: Object.fromEntries(headers), body: await response.text() };
};

export const viaXhr: Transport = ({ url, method = "GET", headers = {}, body = null }) =>
  new Promise((resolve, reject) => {
    const xhr = new XMLHttpRequest();
    xhr.open(method, url);
    for (const [name, value] of Object.entries(headers)) xhr.setRequestHeader(name, value);
    for (const type of ["error", "abort", "timeout"] as const) {
      xhr.addEventListener(type, () => reject(new TypeError(`XMLHttpRequest of ${url} ended with "${type}".`)));
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

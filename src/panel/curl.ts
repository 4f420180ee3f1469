/** A request, as the log and the examples have it. */
export interface CurlRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
}

/** The command that sends a request from a POSIX shell. */
export function toCurl({ method, url, headers, body }: CurlRequest): string {
  const parts = [
    `curl ${quoted(url)}`,
    ...(method === "POST" && body !== null ? [] : [`-X ${method}`]),
    ...Object.entries(headers).map(([name, value]) => `-H ${quoted(`${name}: ${value}`)}`),
    ...(body === null ? [] : [`--data-raw ${quoted(typeof body === "string" ? body : JSON.stringify(body))}`]),
  ];
  return parts.join(" \\\n  ");
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", String.raw`'\''`)}'`;
}

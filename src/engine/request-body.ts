/** The body of a request, read once. */
export interface RequestBody {
  readonly text: string;
  /** False when the bytes are not UTF-8. */
  readonly wellEncoded: boolean;
}

/** Reads the body of a request without cloning it. */
export async function readBody(request: Request): Promise<RequestBody> {
  const bytes = await request.arrayBuffer();
  try {
    return { text: new TextDecoder("utf-8", { fatal: true }).decode(bytes), wellEncoded: true };
  } catch {
    return { text: new TextDecoder().decode(bytes), wellEncoded: false };
  }
}

/** The media type of a request, in lower case and without parameters. Empty when it has none. */
export function mediaType({ headers }: { readonly headers: Headers }): string {
  return (headers.get("content-type")?.split(";")[0] ?? "").trim().toLowerCase();
}

/** Whether a media type is that of an HTML form. */
export function isForm(type: string): boolean {
  return type === "application/x-www-form-urlencoded";
}

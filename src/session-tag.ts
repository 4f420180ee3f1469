/** The header by which a request says which session it belongs to. Nobody but this package sees it. */
export const sessionTag = "x-auth0-msw-session";

/** Headers without the tag. */
export function withoutTag(headers: Headers): Headers {
  const rest = new Headers(headers);
  rest.delete(sessionTag);
  return rest;
}

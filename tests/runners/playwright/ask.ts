import type { Page } from "@playwright/test";
import type { Endpoint } from "auth0-msw";
import { inPage } from "../../host/in-page.ts";
import type { WireAnswer, WireRequest } from "../../host/wire.ts";
import { origin, valid } from "../../helpers/requests.ts";
import { service } from "./urls.ts";

/** The two request APIs of a page. */
export const stacks = ["viaFetch", "viaXhr"] as const;

/** Sends a valid request to the service from the page, with the given changes. */
export function ask(
  page: Page,
  endpoint: Endpoint,
  { stack = "viaFetch", ...changes }: Partial<WireRequest> & { readonly stack?: (typeof stacks)[number] } = {},
): Promise<WireAnswer> {
  const request = valid(endpoint);
  return inPage(page, stack)({ ...request, url: request.url.replace(origin, service), ...changes });
}

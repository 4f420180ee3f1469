import { getResponse, type RequestHandler } from "msw";
import type { Transport } from "../../tests/host/wire.ts";

let served: readonly RequestHandler[] = [];

/** Answers the requests of a test file with these handlers. */
export function serve(handlers: readonly RequestHandler[]): void {
  served = handlers;
}

const direct: Transport = async ({ url, ...init }) => {
  const response = await getResponse([...served], new Request(url, init));
  if (!response) throw new TypeError(`No handler answers ${url}.`);
  if (response.type === "error") throw new TypeError("Failed to fetch");
  return { status: response.status, headers: Object.fromEntries(response.headers), body: await response.text() };
};

/** Sends requests straight to the handlers. This finds the same mutants as a real transport, only faster. */
export const transports: { readonly fetch: Transport } = { fetch: direct };

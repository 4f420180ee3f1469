import type { HttpHandler } from "msw";
import { messageOf } from "../catalog/show-value.ts";
import { type Network, othersHandlerOf } from "./handlers.ts";
import { inTime } from "./in-time.ts";

/** How a host sends the request that checks a start. */
export interface Probe {
  /** A URL that leads nowhere when MSW does not answer it. */
  readonly url: string;
  readonly init?: RequestInit;
  /** Why a host may send requests past MSW, and what to do, when MSW has not seen the request. */
  readonly whenUnseen: string;
}

interface StartEvents {
  on(type: "request:start", listener: (event: { readonly request: Request }) => void): unknown;
  removeListener(type: "request:start", listener: (event: never) => void): unknown;
}

/**
 * Sends one request that only the mock's own handler answers. It is no call, and reaches no network.
 * @throws When something else answers it, or nothing does within a second.
 */
export async function checkStart(handlers: readonly HttpHandler[], network: Network, probe: Probe): Promise<void> {
  const handler = othersHandlerOf(handlers);
  // Some DOMs have no fetch, and tests may mock it themselves. Nothing is checked there.
  if (!handler || typeof fetch !== "function" || "mock" in fetch) return;
  // Kept, since a set-up file may be loaded twice in a page.
  const url = (handler.probe ??= `${probe.url}?${Math.random()}`);
  let isSeen = false;
  const see = ({ request }: { readonly request: Request }): void => {
    isSeen ||= request.url === url;
  };
  const { events } = network as unknown as { readonly events: StartEvents };
  events.on("request:start", see);
  const answer = await inTime(fetch(url, probe.init), 900, "no answer within a second").catch((error: unknown) =>
    messageOf(error),
  );
  events.removeListener("request:start", see);
  if (typeof answer !== "string" && answer.status === 204) return;
  const got = typeof answer === "string" ? answer : `an answer with status ${answer.status}`;
  throw new Error(
    isSeen
      ? `Mocking failed: MSW saw a first request, but the mock's handlers did not answer it (${got}). Add a handler of ` +
          'yours that matches every request after the mock, or look for a second copy of MSW with "npm ls msw".'
      : `Mocking failed: a first request did not reach MSW (${got}). ${probe.whenUnseen}`,
  );
}

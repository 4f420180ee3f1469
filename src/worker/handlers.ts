import type { HttpHandler } from "msw";
import type { SetupWorker, StartOptions } from "msw/browser";

/** MSW's worker or server. */
export type Network = Pick<SetupWorker, "listHandlers" | "use" | "resetHandlers">;

/** Lets other requests pass. MSW 2 reads the first option and MSW 3 the second. */
export const bypassOthers: StartOptions = { onUnhandledRequest: "bypass", onUnhandledFrame: "bypass" } as StartOptions;

/** Adds the handlers before the existing ones. Returns false when they are already there. */
export function addHandlers(network: Network, handlers: readonly HttpHandler[]): boolean {
  const listed = new Set<unknown>(network.listHandlers());
  if (handlers.every((handler) => listed.has(handler))) return false;
  network.use(...handlers);
  return true;
}

/** Removes the handlers and keeps all others. */
export function removeHandlers(network: Network, handlers: readonly HttpHandler[]): void {
  const own = new Set<unknown>(handlers);
  network.resetHandlers(...network.listHandlers().filter((handler) => !own.has(handler)));
}

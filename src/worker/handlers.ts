import type { HttpHandler } from "msw";
import type { SetupWorker } from "msw/browser";

/** MSW's worker or server: what takes handlers. */
export type Network = Pick<SetupWorker, "listHandlers" | "use" | "resetHandlers">;

/** Puts the handlers before those of the network, unless they are among them. Returns whether they had to be added. */
export function addHandlers(network: Network, handlers: readonly HttpHandler[]): boolean {
  const listed = new Set<unknown>(network.listHandlers());
  if (handlers.every((handler) => listed.has(handler))) return false;
  network.use(...handlers);
  return true;
}

/** Leaves the network its other handlers. */
export function removeHandlers(network: Network, handlers: readonly HttpHandler[]): void {
  const own = new Set<unknown>(handlers);
  network.resetHandlers(...network.listHandlers().filter((handler) => !own.has(handler)));
}

import type { HttpHandler } from "msw";
import type { SetupWorker, StartOptions } from "msw/browser";
import type { OthersHandler } from "../engine/others-handler.ts";

/** MSW's worker or server. */
export type Network = Pick<SetupWorker, "listHandlers" | "use" | "resetHandlers">;

/** Lets other requests pass. MSW 2 reads the first option and MSW 3 the second. */
export const bypassOthers: StartOptions = { onUnhandledRequest: "bypass", onUnhandledFrame: "bypass" } as StartOptions;

/** Adds the handlers before the existing ones. Returns false when they are already there. */
export function addHandlers(network: Network, handlers: readonly HttpHandler[]): boolean {
  const others = othersHandlerOf(handlers);
  if (others) others.listHandlers = () => network.listHandlers();
  const listed = new Set<unknown>(network.listHandlers());
  if (handlers.every((handler) => listed.has(handler))) return false;
  network.use(...handlers);
  return true;
}

/** Removes the handlers and keeps all others. */
export function removeHandlers(network: Network, handlers: readonly HttpHandler[]): void {
  const others = othersHandlerOf(handlers);
  if (others) others.listHandlers = undefined;
  const own = new Set<unknown>(handlers);
  network.resetHandlers(...network.listHandlers().filter((handler) => !own.has(handler)));
}

/** The handler of a mock for requests to other paths. */
export function othersHandlerOf(handlers: readonly HttpHandler[]): OthersHandler | undefined {
  return handlers.find(isOthersHandler);
}

export function isOthersHandler(handler: object): handler is OthersHandler {
  return "probe" in handler;
}

import type { HttpHandler } from "msw";
import { addHandlers, type Network, removeHandlers } from "../worker/handlers.ts";

/** Makes a mock answer in a server, also after `resetHandlers`. Returns a function that undoes this. */
export function answerIn(network: Network, handlers: readonly HttpHandler[]): () => void {
  const { resetHandlers } = network;
  const patched: typeof resetHandlers = (...next) => {
    resetHandlers.apply(network, next);
    addHandlers(network, handlers);
  };
  network.resetHandlers = patched;
  addHandlers(network, handlers);
  return () => {
    // Keep a later patch.
    if (network.resetHandlers === patched) network.resetHandlers = resetHandlers;
    removeHandlers(network, handlers);
  };
}

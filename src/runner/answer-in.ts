import type { HttpHandler } from "msw";
import { addHandlers, type Network, removeHandlers } from "../worker/handlers.ts";
import { surviveResets } from "./survive-resets.ts";

/** Makes a mock answer in a server, also after `resetHandlers`. Returns a function that undoes this. */
export function answerIn(network: Network, handlers: readonly HttpHandler[]): () => void {
  const add = (): void => void addHandlers(network, handlers);
  const restore = surviveResets(network, add);
  add();
  return () => {
    restore();
    removeHandlers(network, handlers);
  };
}

import type { Network } from "../worker/handlers.ts";

/**
 * Adds handlers again after each `resetHandlers`. Returns a function that undoes this. MSW's boundaries do not work here:
 * they depend on the asynchronous context, and a pooled socket has the context of another test.
 */
export function surviveResets(network: Network, add: () => void): () => void {
  const before = Object.getOwnPropertyDescriptor(network, "resetHandlers");
  const { resetHandlers } = network;
  const patched: typeof resetHandlers = (...next) => {
    resetHandlers.apply(network, next);
    add();
  };
  network.resetHandlers = patched;
  return () => {
    // Keep a later patch.
    if (network.resetHandlers !== patched) return;
    if (before) Object.defineProperty(network, "resetHandlers", before);
    else delete (network as Partial<Network>).resetHandlers;
  };
}

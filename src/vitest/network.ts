import type { HttpHandler } from "msw";
import { addHandlers, type Network, removeHandlers } from "../worker/handlers.ts";
import { shared } from "./shared.ts";

/** MSW's server or worker, and what there is to know of one that is ours. */
export interface Started {
  readonly network: Network;
  /** When it answers; at once when left out. */
  readonly ready?: Promise<unknown>;
  readonly stop?: () => unknown;
}

/** What a mock has for MSW. */
export interface Answering {
  readonly handlers: readonly HttpHandler[];
}

/**
 * Makes a mock answer, in the given server or worker, else in the one that is there, else in one that is
 * started. MSW knows one for all, so what is given takes the others along.
 */
export function connect(auth0: Answering, given: Network | undefined, start: () => Started): Started {
  const before = shared.started;
  const now = given && given !== before?.network ? { network: given } : (before ?? start());
  shared.mocks.add(auth0);
  if (now !== before) {
    shared.restore?.();
    shared.started = now;
    shared.restore = outlastResets(now.network);
  }
  addAll(now.network);
  if (now !== before) before?.stop?.();
  return now;
}

/** Makes a mock answer no more; the last one stops what is ours, and leaves what is the user's as it was. */
export async function disconnect(auth0: Answering): Promise<void> {
  const { mocks, started, restore } = shared;
  if (!started || !mocks.delete(auth0)) return;
  removeHandlers(started.network, auth0.handlers);
  if (mocks.size > 0) return;
  delete shared.started;
  delete shared.restore;
  restore?.();
  await started.stop?.();
}

/**
 * Keeps the mocks answering when the handlers are reset, until it is undone.
 * Not by MSW's boundaries: these go by the asynchronous context, and a pooled socket has another's.
 */
function outlastResets(network: Network): () => void {
  const before = Object.getOwnPropertyDescriptor(network, "resetHandlers");
  const { resetHandlers } = network;
  const outlasting: typeof resetHandlers = (...next) => {
    resetHandlers.apply(network, next);
    if (shared.started?.network === network) addAll(network);
  };
  network.resetHandlers = outlasting;
  return () => {
    // What somebody has put over it in the meantime stays.
    if (network.resetHandlers !== outlasting) return;
    if (before) Object.defineProperty(network, "resetHandlers", before);
    else delete (network as Partial<Network>).resetHandlers;
  };
}

function addAll(network: Network): void {
  for (const { handlers } of shared.mocks) addHandlers(network, handlers);
}

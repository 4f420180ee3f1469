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
 * Has a mock answer, in the given server or worker, else in the one that is there, else in one that is
 * started. MSW knows one for all, so what is given takes the others along.
 */
export function connect(auth0: Answering, given: Network | undefined, start: () => Started): Started {
  const before = shared.started;
  const now = given && given !== before?.network ? { network: given } : (before ?? start());
  shared.started = now;
  shared.mocks.add(auth0);
  outlastResets(now.network);
  addAll(now.network);
  if (now !== before) before?.stop?.();
  return now;
}

/** Has a mock answer no more; the last one stops what is ours. */
export async function disconnect(auth0: Answering): Promise<void> {
  const { mocks, started } = shared;
  if (!started || !mocks.delete(auth0)) return;
  removeHandlers(started.network, auth0.handlers);
  if (mocks.size > 0) return;
  delete shared.started;
  await started.stop?.();
}

const outlasting = new WeakSet<Network>();

// Not by MSW's boundaries: these go by the asynchronous context, and a pooled socket has another's.
function outlastResets(network: Network): void {
  if (outlasting.has(network)) return;
  outlasting.add(network);
  const reset = network.resetHandlers.bind(network);
  network.resetHandlers = (...next) => {
    reset(...next);
    if (shared.started?.network === network) addAll(network);
  };
}

function addAll(network: Network): void {
  for (const { handlers } of shared.mocks) addHandlers(network, handlers);
}

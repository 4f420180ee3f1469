import { addHandlers, type Network, removeHandlers } from "../worker/handlers.ts";
import { type AnsweringMock, type RunningNetwork, state } from "./global-state.ts";

/**
 * Makes a mock answer in the given server or worker. Without one, uses the running one, or starts one. MSW supports only
 * one at a time, so a given one also takes over the other mocks.
 */
export function connect(auth0: AnsweringMock, given: Network | undefined, start: () => RunningNetwork): RunningNetwork {
  const before = state.running;
  const now = given && given !== before?.network ? { network: given } : (before ?? start());
  state.mocks.add(auth0);
  if (now !== before) {
    state.restore?.();
    state.running = now;
    state.restore = surviveResets(now.network);
  }
  addAll(now.network);
  if (now !== before) before?.stop?.();
  return now;
}

/** Disconnects a mock. After the last one, stops our own network, or restores the user's. */
export async function disconnect(auth0: AnsweringMock): Promise<void> {
  const { mocks, running, restore } = state;
  if (!running || !mocks.delete(auth0)) return;
  removeHandlers(running.network, auth0.handlers);
  if (mocks.size > 0) return;
  delete state.running;
  delete state.restore;
  restore?.();
  await running.stop?.();
}

/**
 * Keeps the mocks answering after `resetHandlers`. Returns a function that undoes this. MSW's boundaries do not work here:
 * they depend on the asynchronous context, and a pooled socket has the context of another test.
 */
function surviveResets(network: Network): () => void {
  const before = Object.getOwnPropertyDescriptor(network, "resetHandlers");
  const { resetHandlers } = network;
  const patched: typeof resetHandlers = (...next) => {
    resetHandlers.apply(network, next);
    if (state.running?.network === network) addAll(network);
  };
  network.resetHandlers = patched;
  return () => {
    // Keep a later patch.
    if (network.resetHandlers !== patched) return;
    if (before) Object.defineProperty(network, "resetHandlers", before);
    else delete (network as Partial<Network>).resetHandlers;
  };
}

function addAll(network: Network): void {
  for (const { handlers } of state.mocks) addHandlers(network, handlers);
}

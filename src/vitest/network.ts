import { addHandlers, type Network, removeHandlers } from "../worker/handlers.ts";
import { type AnsweringMock, type RunningNetwork, state } from "./global-state.ts";

/**
 * Makes a mock answer, in the given server or worker, else in the one that is there, else in one that is
 * running. MSW knows one for all, so what is given takes the others along.
 */
export function connect(auth0: AnsweringMock, given: Network | undefined, start: () => RunningNetwork): RunningNetwork {
  const before = state.running;
  const now = given && given !== before?.network ? { network: given } : (before ?? start());
  state.mocks.add(auth0);
  if (now !== before) {
    state.restore?.();
    state.running = now;
    state.restore = outlastResets(now.network);
  }
  addAll(now.network);
  if (now !== before) before?.stop?.();
  return now;
}

/** Stops a mock answering. The last one stops a network that is ours, and restores one that is the user's. */
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
 * Keeps the mocks answering after `resetHandlers`. Returns a function that undoes this. Not with MSW's boundaries:
 * they go by the asynchronous context, and a pooled socket has that of another test.
 */
function outlastResets(network: Network): () => void {
  const before = Object.getOwnPropertyDescriptor(network, "resetHandlers");
  const { resetHandlers } = network;
  const outlasting: typeof resetHandlers = (...next) => {
    resetHandlers.apply(network, next);
    if (state.running?.network === network) addAll(network);
  };
  network.resetHandlers = outlasting;
  return () => {
    // A later patch of it stays.
    if (network.resetHandlers !== outlasting) return;
    if (before) Object.defineProperty(network, "resetHandlers", before);
    else delete (network as Partial<Network>).resetHandlers;
  };
}

function addAll(network: Network): void {
  for (const { handlers } of state.mocks) addHandlers(network, handlers);
}

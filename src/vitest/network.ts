import { surviveResets } from "../runner/survive-resets.ts";
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
    state.restore = surviveResets(now.network, () => {
      if (state.running?.network === now.network) addAll(now.network);
    });
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

function addAll(network: Network): void {
  for (const { handlers } of state.mocks) addHandlers(network, handlers);
}

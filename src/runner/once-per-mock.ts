import type { MockAuth0Options } from "../catalog/options.ts";
import { internalsOf, mockAuth0, type MockAuth0 } from "../mock-auth0.ts";

/** The mocks of a test file: by their internals, or by their options as JSON. */
type Mocks = Map<unknown, MockAuth0>;

/**
 * Calls `start` with a mock, or with a new one for its options, unless it was called with that before. A setup file may
 * run twice: after `jest.resetModules()`, for instance.
 */
export function startOnce(key: symbol, given: object, start: (auth0: MockAuth0) => void): MockAuth0 {
  const global = globalThis as { [key: symbol]: Mocks | undefined };
  const mocks = (global[key] ??= new Map());
  const isMock = "handlers" in given;
  const id = isMock ? internalsOf(given) : JSON.stringify(given);
  const known = mocks.get(id);
  if (known) return known;
  const auth0 = isMock ? (given as unknown as MockAuth0) : mockAuth0(given as MockAuth0Options);
  start(auth0);
  mocks.set(id, auth0);
  return auth0;
}

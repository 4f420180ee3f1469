import type { RunnerTestSuite } from "vitest";
import { internalsOf } from "../mock-auth0.ts";
import { Session } from "../session.ts";

/**
 * A `beforeAll` hook that has concurrent tests run one after the other, where nothing tells them apart.
 * A lock would not do: tests that wait for it take the places of the one that holds it.
 */
export function runInTurn(): void {
  // The suite is the last argument, of one or two by the version; newer ones allow no parameter but a fixture.
  inTurn([...arguments].at(-1) as RunnerTestSuite);
}

function inTurn({ tasks }: RunnerTestSuite): void {
  for (const task of tasks) {
    task.concurrent = false;
    if (task.type === "suite") inTurn(task);
  }
}

/** Gives all that follows a session of its own, until it is left. */
export function enterSession(auth0: object): { readonly session: Session; readonly leave: () => void } {
  const mock = internalsOf(auth0);
  const current = mock.session;
  const around = current();
  const session = new Session(around);
  // What is in an isolate stays there.
  mock.session = (request) => {
    const found = current(request);
    return found === around ? session : found;
  };
  return {
    session,
    leave() {
      mock.session = current;
      session.reset();
    },
  };
}

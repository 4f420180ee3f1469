import type { Endpoint } from "../../scenarios/types.ts";
import { startStackAt } from "../engine/error-stack.ts";
import { calledSoFar } from "../engine/session.ts";
import { internalsOf, type MockAuth0 } from "../mock-auth0.ts";

/** The result of a matcher for `expect.extend`. */
export interface MatcherResult {
  readonly pass: boolean;
  readonly message: () => string;
}

/** The ids of a mock, custom scenarios included. Where the mock's type is unknown, any id. */
export type ScenarioOf<Mock> = unknown extends Mock
  ? `${Endpoint}/${string}`
  : Mock extends { readonly scenarios: readonly { readonly id: infer Id }[] }
    ? Id
    : never;

/** Passes when a call of the session was answered with the scenario. Throws when the scenario is unknown. */
export function toHaveAnswered(auth0: MockAuth0, id: string): MatcherResult {
  try {
    const { registry, session } = internalsOf(auth0);
    if (!registry.find(id).entry) {
      throw new TypeError(
        `"${id}" is not a scenario: the tenant answers it. Use the id of the scenario that you expect.`,
      );
    }
    const calls = session().calls();
    const { length } = calls.filter(({ scenario }) => scenario === id);
    return {
      pass: length > 0,
      message: () =>
        length > 0
          ? `Expected no call to be answered with "${id}", but ${length === 1 ? "one was" : `${length} were`}.`
          : `Expected a call to be answered with "${id}". ${calledSoFar(calls)}`,
    };
  } catch (error) {
    throw startStackAt(toHaveAnswered, error);
  }
}

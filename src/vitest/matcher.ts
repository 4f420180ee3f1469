import { showValue } from "../catalog/show-value.ts";
import { startStackAt } from "../engine/error-stack.ts";
import { calledSoFar } from "../engine/session.ts";
import { internalsOf, type MockAuth0 } from "../mock-auth0.ts";
import { screenOf } from "./watch-screens.ts";

/** The result of a matcher for `expect.extend`. */
interface MatcherResult {
  readonly pass: boolean;
  readonly message: () => string;
}

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

/**
 * Passes when the page has shown a text since the last answer that is not a success. Throws without `screen: true`, and
 * when no such answer was sent.
 */
export function toHaveShown(auth0: MockAuth0, expected: string | RegExp): MatcherResult {
  try {
    const records = screenOf(internalsOf(auth0).session())?.records;
    if (!records) throw new TypeError("toHaveShown needs { screen: true } in the options of setupAuth0().");
    const last = records.at(-1);
    if (!last) throw new TypeError(`toHaveShown needs an answer that is not a success. ${calledSoFar(auth0.calls())}`);
    const { scenario, sentence, why } = last;
    const pass = typeof expected === "string" ? sentence.includes(expected) : new RegExp(expected).test(sentence);
    const shown = sentence === "" ? `Nothing was shown: ${why}` : `Shown was "${sentence}".`;
    return {
      pass,
      message: () =>
        `Expected the page ${pass ? "not " : ""}to show ${typeof expected === "string" ? showValue(expected) : String(expected)} after "${scenario}". ${shown}`,
    };
  } catch (error) {
    throw startStackAt(toHaveShown, error);
  }
}

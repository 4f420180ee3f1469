import { showValue } from "../catalog/show-value.ts";
import { startStackAt } from "../engine/error-stack.ts";
import type { MockAuth0 } from "../mock-auth0.ts";
import type { MatcherResult } from "./to-have-answered.ts";
import { readScreen } from "./screens.ts";

/**
 * Passes when the page has shown a text since the last answer that is not a success. Throws without `screen: true`, and
 * when no such answer was sent.
 */
export function toHaveShown(auth0: MockAuth0, expected: string | RegExp): MatcherResult {
  try {
    const { scenario, sentence, why } = readScreen(auth0, "toHaveShown");
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

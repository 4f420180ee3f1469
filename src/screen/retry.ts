import { endpointOf } from "../catalog/activation.ts";
import type { Observation } from "./observer.ts";
import { type JudgedAnswer, type Judgement, judge, saysNothing } from "./verdict.ts";

/** A failure that a screen got. */
export interface Answered {
  /** The id of the scenario. */
  readonly scenario: string;
  readonly answer: JudgedAnswer;
}

/**
 * Judges what a screen showed after an answer, until the next one came. When the screen has sent the request again by
 * itself, it owed nothing to the first answer. When it got the same answer again, only that one is judged: undefined.
 * @param next The id of the scenario that answered next, if there was an answer.
 */
export function judgeUntil(
  next: string | undefined,
  { scenario, answer }: Answered,
  observation: Observation,
): Judgement | undefined {
  if (next === undefined || endpointOf(next) !== endpointOf(scenario) || !isRetried(observation)) {
    return judge(observation, answer);
  }
  if (next === scenario) return undefined;
  return { verdict: "unseen", sentence: "", why: "The screen sent the request again before it showed anything." };
}

/** Whether the screen has sent the next request, not the user. */
function isRetried({ said, hasUserActed, thrown, leftFor }: Observation): boolean {
  return !hasUserActed && thrown === undefined && leftFor === undefined && saysNothing(said);
}

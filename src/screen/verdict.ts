import type { Observation, Said } from "./observer.ts";

/** What a screen said to a failure, the worst first. */
export const verdicts = ["silent", "raw", "dead end", "not announced", "says"] as const;

/** What a screen said to a failure, in one or two words. */
export type Verdict = (typeof verdicts)[number];

/** A judgement of a screen, as plain data. */
export interface Judgement {
  readonly verdict: Verdict;
  /** What the screen said. Empty when it said nothing. */
  readonly sentence: string;
  /** Why it has this verdict, in one sentence. */
  readonly why: string;
}

/** The answer that the screen got. */
export interface JudgedAnswer {
  readonly error: string | null;
  /** The description as it was sent. */
  readonly description: string | null;
}

/** Judges what a screen showed after a failure. The first fault decides, the worst one first. */
export function judge({ said, isBusy, canGoOn }: Observation, answer: JudgedAnswer): Judgement {
  const sentence = said.map(({ text }) => text).join(" ");
  const judged = (verdict: Verdict, why: string): Judgement => ({ verdict, sentence, why });

  if (said.length === 0) {
    return judged("silent", isBusy ? "The screen still waits: it shows nothing else." : "Nothing visible changed.");
  }
  const raw = rawPart(sentence, answer);
  if (raw !== undefined) return judged("raw", `It shows ${raw}.`);
  if (!canGoOn) return judged("dead end", "No button or link can be pressed: the user cannot go on.");
  if (!said.some(({ announced }) => announced)) return judged("not announced", whyUnheard(said));
  return judged("says", said.every(({ isGone }) => isGone) ? "It disappeared again." : "It is visible and announced.");
}

function whyUnheard(said: readonly Said[]): string {
  return said.some(({ isLate }) => isLate)
    ? "Its live region was added together with the text: screen readers announce only changes in a region that is there before."
    : "It is visible, but no live region, described field or focus tells assistive technology.";
}

/** What a person should not read, or undefined when the sentence has nothing like that. */
function rawPart(sentence: string, { error, description }: JudgedAnswer): string | undefined {
  if (error !== null && isCode(error) && sentence.includes(error)) return `the error code "${error}"`;
  if (description !== null && description.length > 3 && squashed(sentence).includes(squashed(description))) {
    return "the description as the API sent it";
  }
  return patterns.find(({ pattern }) => pattern.test(sentence))?.what;
}

const patterns = [
  { pattern: /\[object \w+\]/, what: '"[object Object]"' },
  { pattern: /\bundefined\b|\bNaN\b/, what: '"undefined"' },
  { pattern: /\{\s*"\w+"\s*:/, what: "JSON" },
  { pattern: /\b(?:[A-Z]\w*)?(?:Error|Exception)\b(?::|\s*at\s)/, what: "an exception" },
  {
    pattern: /\bis not a function\b|\bCannot read propert|\bFailed to fetch\b|\bUnexpected token\b/,
    what: "an exception",
  },
] as const;

/** A word with an underscore is a code. Others, such as "unauthorized", are words of a sentence too. */
function isCode(error: string): boolean {
  return /[_.]/.test(error);
}

function squashed(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

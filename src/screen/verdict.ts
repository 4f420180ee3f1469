import { fitDescriptions } from "./fit-descriptions.ts";
import type { Observation, Said } from "./observer.ts";

/** What a screen said to a failure, the worst first. */
export const verdicts = ["silent", "raw", "dead end", "not announced", "unseen", "says"] as const;

/** What a screen said to a failure, in one or two words. */
export type Verdict = (typeof verdicts)[number];

/** A judgement of a screen, as plain data. */
export interface Judgement {
  readonly verdict: Verdict;
  /** What the screen said. Empty when it said nothing. */
  readonly sentence: string;
  /** Why it has this verdict, in one sentence. */
  readonly why: string;
  /** The path of a PNG of the screen: absolute in the metadata of a test, relative to the file in a JSON report. */
  readonly screenshot?: string;
}

/** The answer that the screen got. */
export interface JudgedAnswer {
  readonly error: string | null;
  /** The description as it was sent. */
  readonly description: string | null;
}

/** Judges what a screen showed after a failure. The first fault decides, the worst one first. */
export function judge(observation: Observation, answer: JudgedAnswer): Judgement {
  const { said, canGoOn, thrown, leftFor } = observation;
  const sentence = sentenceOf(said);
  const judged = (verdict: Verdict, why: string): Judgement => ({ verdict, sentence, why });

  if (thrown !== undefined) return judged("silent", `The component threw: ${asSentence(thrown)}`);
  if (saysNothing(said)) {
    return leftFor === undefined ? judged("silent", whySilent(observation)) : judged("unseen", whyUnseen(leftFor));
  }
  const raw = rawPart(said, answer);
  if (raw !== undefined) return judged("raw", `It shows ${raw}.`);
  if (!canGoOn && leftFor === undefined) {
    return judged("dead end", "The form cannot be sent again, and the message offers no other way.");
  }
  const isGone = said.every((each) => each.isGone);
  if (!said.some(({ announced }) => announced)) {
    return judged("not announced", isGone ? "It disappeared again, and was not announced." : whyUnheard(said));
  }
  return judged("says", isGone ? "It was announced, but it disappeared again." : "It is visible and announced.");
}

function sentenceOf(said: readonly Said[]): string {
  return said.map(({ text }) => text).join(" ");
}

function whySilent({ isBusy, canGoOn, said }: Observation): string {
  if (isBusy || said.length > 0) return "The screen still waits: it shows nothing else.";
  return canGoOn ? "Nothing visible changed." : "Nothing visible changed, and no button can be pressed.";
}

function whyUnseen(leftFor: string): string {
  return `The page was left${leftFor === "" ? "" : ` for ${leftFor}`} before it showed anything.`;
}

function whyUnheard(said: readonly Said[]): string {
  if (said.some(({ isConcealed }) => isConcealed)) {
    return "It is visible, but aria-hidden or inert hides it from assistive technology.";
  }
  return said.some(({ isLate }) => isLate)
    ? "Its live region was not there before the text: screen readers announce only changes in a region that they know."
    : "It is visible, but no live region, described field or focus tells assistive technology.";
}

/** One line with a full stop. */
function asSentence(message: string): string {
  const line = message.split("\n", 1).join("").trim();
  return /[.!?]$/.test(line) ? line : `${line}.`;
}

/** What a person should not read, or undefined when the texts have nothing like that. */
function rawPart(said: readonly Said[], { error, description }: JudgedAnswer): string | undefined {
  const sentence = sentenceOf(said);
  const isAlone = (word: string): boolean => said.some(({ text }) => squashed(text) === squashed(word));
  if (error !== null && (isCode(error) ? sentence.includes(error) : isAlone(error))) {
    return `the error code "${error}"`;
  }
  if (
    description !== null &&
    !Object.hasOwn(fitDescriptions, description) &&
    (isSentence(description) ? hasWordsOf(sentence, description) : isAlone(description))
  ) {
    return "the description as the API sent it";
  }
  if (said.some(({ text }) => isKey(text))) return "the key of a text that is missing";
  return patterns.find(({ pattern }) => pattern.test(sentence))?.what;
}

const patterns = [
  { pattern: /\[object \w+\]/, what: '"[object Object]"' },
  { pattern: /\bundefined\b|\bNaN\b/, what: '"undefined"' },
  { pattern: /^[45]\d\d$/, what: "the HTTP status" },
  { pattern: /^null$|:\s*null\b/, what: '"null"' },
  { pattern: /\{\s*"\w+"\s*:|\{\s*\}/, what: "JSON" },
  { pattern: /<(?:!doctype|html|body|title|h1)\b/i, what: "HTML" },
  { pattern: /\b(?:HTTP|status(?: code)?|error(?: code)?|failed with)[ :(#]*[45]\d\d\b/i, what: "the HTTP status" },
  {
    pattern:
      /\b[45]\d\d \(?(?:unauthorized|forbidden|bad request|not found|too many requests|internal server|bad gateway|service unavailable|gateway time)/i,
    what: "the HTTP status",
  },
  { pattern: /\b[A-Z]\w+(?:Error|Exception)\b:/, what: "an exception" },
  {
    pattern:
      /\bis not a function\b|\bCannot read propert|\bFailed to fetch\b|\bfetch failed\b|\bUnexpected (?:token|end of JSON)\b|\bNetwork ?Error\b/,
    what: "an exception",
  },
] as const;

/** Whether a screen shows nothing new, or only that it waits. */
export function saysNothing(said: readonly Said[]): boolean {
  return said.every(({ text }) => isWaiting(text));
}

/** What a screen says until it has more to say. */
function isWaiting(text: string): boolean {
  return /^(?:loading|please wait|one moment|sending|signing (?:you )?in|logging (?:you )?in)(?:\b[^.!?]*(?:…|\.{3}))?$/i.test(
    text,
  );
}

/**
 * Translations name their texts so, as in "signIn.errors.unauthorized", "auth:errors.blocked" or "ERROR_BLOCKED". The
 * name of a host looks similar.
 */
function isKey(text: string): boolean {
  if (/^[A-Z][A-Z\d]*(?:_[A-Z\d]+)+$/.test(text) || /^\w+:\w+(?:\.\w+)+$/.test(text)) return true;
  return /^[a-z]\w*(?:\.\w+)+$/i.test(text) && !/\.(?:[a-z]{2}|com|net|org|info|dev|app|example)$/i.test(text);
}

/** A word with an underscore is a code. Others, such as "unauthorized", are words of a sentence too. */
function isCode(error: string): boolean {
  return /[_.]/.test(error);
}

function isSentence(description: string): boolean {
  return squashed(description).includes(" ");
}

function hasWordsOf(sentence: string, description: string): boolean {
  return squashed(sentence).includes(squashed(description));
}

function squashed(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

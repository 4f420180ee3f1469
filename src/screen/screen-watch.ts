import type { Call } from "../engine/call.ts";
import type { Session } from "../engine/session.ts";
import { FormerForms } from "./former-forms.ts";
import { type Said, ScreenObserver } from "./observer.ts";
import { type Answered, judgeUntil } from "./retry.ts";
import { judge, type JudgedAnswer, type Judgement } from "./verdict.ts";

/** What the screen said to one failure. */
export interface ScreenRecord extends Judgement {
  /** The id of the scenario. */
  readonly scenario: string;
  /** The title of the test or story. The reporters fill it in. */
  readonly where?: string;
}

/** A record with the texts that it was judged by. */
export interface ScreenReading extends ScreenRecord {
  readonly said: readonly Said[];
}

interface Watched extends Answered {
  readonly observer: ScreenObserver;
}

/** Watches what the page says to each answer of a session that is not a success. */
export class ScreenWatch {
  readonly #finished: ScreenReading[] = [];
  readonly #isSuccess: (scenario: string) => boolean;
  readonly #isFirstOnly: boolean;
  readonly #stop: () => void;
  /** Without a page, as in tests of a server, there is nothing to see. */
  readonly #root: Element | undefined = globalThis.document?.body;
  readonly #formerForms: FormerForms | undefined = this.#root && new FormerForms(this.#root);
  #watched: Watched | undefined;

  /**
   * @param isSuccess Answers that nothing has to be said to.
   * @param isFirstOnly Watches only the first other answer, to the end: a page that asks again by itself, or asks
   * something else, still says it to the first one.
   */
  constructor(session: Session, isSuccess: (scenario: string) => boolean, isFirstOnly = false) {
    this.#isSuccess = isSuccess;
    this.#isFirstOnly = isFirstOnly;
    this.#stop = session.watch((answered) => {
      if (answered) this.#begin(answered);
    });
  }

  /** What was said to each failure so far, in order. */
  get records(): readonly ScreenRecord[] {
    return this.#readings.map(({ said: _, ...record }) => record);
  }

  /** What was said to the last failure so far. */
  get last(): ScreenReading | undefined {
    return this.#watched ? readingOf(this.#watched) : this.#finished.at(-1);
  }

  /** Stops watching. The records stay. */
  stop(): void {
    this.#stop();
    this.#finish();
    this.#formerForms?.stop();
  }

  get #readings(): readonly ScreenReading[] {
    return this.#watched ? [...this.#finished, readingOf(this.#watched)] : this.#finished;
  }

  #begin(call: Call): void {
    if (this.#isFirstOnly && this.#watched) return;
    // A later answer ends what is said to an earlier one.
    this.#finish(call.scenario);
    if (!this.#root || this.#isSuccess(call.scenario)) return;
    const observer = new ScreenObserver(this.#root, this.#knownTexts());
    this.#watched = { scenario: call.scenario, answer: answerOf(call), observer };
  }

  /** The texts of a form that may come back. What was said to an earlier failure is said again. */
  #knownTexts(): ReadonlySet<string> {
    const known = new Set(this.#formerForms?.texts);
    for (const { said } of this.#finished) for (const { text } of said) known.delete(text);
    return known;
  }

  #finish(next?: string): void {
    if (!this.#watched) return;
    const { scenario, observer } = this.#watched;
    const observation = next === undefined ? observer.observation : observer.observationBeforeNextAnswer;
    const judgement = judgeUntil(next, this.#watched, observation);
    if (judgement) this.#finished.push({ scenario, ...judgement, said: observation.said });
    observer.stop();
    this.#watched = undefined;
  }
}

function readingOf({ scenario, answer, observer }: Watched): ScreenReading {
  const { observation } = observer;
  return { scenario, ...judge(observation, answer), said: observation.said };
}

/** A rule of the tenant writes this description for the user: to show it is right. */
const describedByTenant = "oauth-ro/rule-refused";

/** What a screen got, for its verdict. */
export function answerOf(call: Call): JudgedAnswer {
  const { error, error_description } = Object(call.toJSON().response?.body) as Readonly<Record<string, unknown>>;
  const isRaw = typeof error_description === "string" && call.scenario !== describedByTenant;
  return { error: typeof error === "string" ? error : null, description: isRaw ? error_description : null };
}

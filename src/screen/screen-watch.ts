import type { Call } from "../engine/call.ts";
import type { Session } from "../engine/session.ts";
import { ScreenObserver } from "./observer.ts";
import { judge, type JudgedAnswer, type Judgement } from "./verdict.ts";

/** What the screen said to one failure. */
export interface ScreenRecord extends Judgement {
  /** The id of the scenario. */
  readonly scenario: string;
}

interface Watched {
  readonly scenario: string;
  readonly answer: JudgedAnswer;
  readonly observer: ScreenObserver;
}

/** Watches what the page says to each answer of a session that is not a success. */
export class ScreenWatch {
  readonly #records: ScreenRecord[] = [];
  readonly #isSuccess: (scenario: string) => boolean;
  readonly #stop: () => void;
  #watched: Watched | undefined;

  constructor(session: Session, isSuccess: (scenario: string) => boolean) {
    this.#isSuccess = isSuccess;
    this.#stop = session.watch((answered) => {
      if (answered) this.#begin(answered);
    });
  }

  /** What was said to each failure so far, in order. */
  get records(): readonly ScreenRecord[] {
    return this.#watched ? [...this.#records, recordOf(this.#watched)] : this.#records;
  }

  /** Stops watching. The records stay. */
  stop(): void {
    this.#stop();
    this.#finish();
  }

  #begin(call: Call): void {
    this.#finish();
    // Without a page, as in tests of a server, there is nothing to see.
    const root = globalThis.document?.body;
    if (!root || this.#isSuccess(call.scenario)) return;
    this.#watched = { scenario: call.scenario, answer: answerOf(call), observer: new ScreenObserver(root) };
  }

  /** A later answer ends what is said to an earlier one. */
  #finish(): void {
    if (!this.#watched) return;
    this.#records.push(recordOf(this.#watched));
    this.#watched.observer.stop();
    this.#watched = undefined;
  }
}

function recordOf({ scenario, answer, observer }: Watched): ScreenRecord {
  return { scenario, ...judge(observer.observation, answer) };
}

function answerOf(call: Call): JudgedAnswer {
  const { error, error_description } = Object(call.toJSON().response?.body) as Readonly<Record<string, unknown>>;
  return {
    error: typeof error === "string" ? error : null,
    description: typeof error_description === "string" ? error_description : null,
  };
}

import type { Frame } from "@playwright/test";
import type { Observation } from "../screen/observer.ts";
import type { ScreenRecord } from "../screen/screen-watch.ts";
import { judge, type JudgedAnswer, type Judgement } from "../screen/verdict.ts";
import { ScreenPicture } from "./screen-picture.ts";
import { beginIn, lookIn, whyUnseen } from "./watched-frame.ts";

interface Failure {
  /** Its number in the test. */
  readonly id: number;
  readonly scenario: string;
  readonly answer: JudgedAnswer;
  /** Where the answer went, or a sentence about why it isn't known. */
  readonly frame: Frame | string;
  /** Where its screenshot goes, if one is wanted. */
  readonly path: string | undefined;
}

/** A failure that a page got, and what the page says to it. */
export class WatchedFailure {
  readonly #failure: Failure;
  readonly #picture: ScreenPicture | undefined;
  #observation: Observation = { said: [], isBusy: false, canGoOn: true };
  /** Why the page could not be watched to the end. */
  #unseen: string | undefined;
  #beginning: Promise<void> | undefined;
  #finishing: Promise<void> | undefined;

  constructor(failure: Failure) {
    this.#failure = failure;
    const { frame, path } = failure;
    if (typeof frame === "string") this.#unseen = frame;
    else if (path !== undefined) this.#picture = new ScreenPicture(frame.page(), path);
  }

  /** Begins to watch when all is ready for it. Resolves when the page may get the answer. */
  begin(ready: Promise<unknown>): Promise<void> {
    this.#beginning = this.#do((frame, id) => ready.then(() => beginIn(frame, id)));
    return this.#beginning;
  }

  /** The page shows this now. */
  see(observation: Observation): void {
    if (this.#finishing) return;
    this.#observation = observation;
    this.#picture?.follow(observation);
  }

  /** Looks a last time. */
  finish(isBeforeNextAnswer: boolean): Promise<void> {
    this.#finishing ??= this.#finish(isBeforeNextAnswer);
    return this.#finishing;
  }

  async #finish(isBeforeNextAnswer: boolean): Promise<void> {
    await this.#beginning;
    await this.#do(async (frame, id) => {
      const seen = await lookIn(frame, id, isBeforeNextAnswer);
      // The page that was watched may have said where it goes.
      this.#observation = seen ?? { leftFor: frame.url(), ...this.#observation };
    });
    await this.#picture?.finish(this.#unseen === undefined ? this.#observation : undefined);
  }

  /** Does something in the frame that got the answer. Never rejects. */
  async #do(action: (frame: Frame, id: number) => Promise<void>): Promise<void> {
    const { frame, id } = this.#failure;
    if (typeof frame === "string" || this.#unseen !== undefined) return;
    try {
      await action(frame, id);
    } catch (error) {
      this.#unseen = whyUnseen(frame, error);
    }
  }

  /** What the page said, as plain data. */
  get record(): ScreenRecord {
    const { scenario } = this.#failure;
    const screenshot = this.#picture?.taken;
    return { scenario, ...this.#judgement, ...(screenshot !== undefined && { screenshot }) };
  }

  get #judgement(): Judgement {
    const judgement = judge(this.#observation, this.#failure.answer);
    // What was said before is said.
    const isKnown = judgement.sentence !== "" || this.#observation.thrown !== undefined;
    return this.#unseen === undefined || isKnown ? judgement : { verdict: "unseen", sentence: "", why: this.#unseen };
  }
}

import type { Frame } from "@playwright/test";
import type { Observation } from "../screen/observer.ts";
import type { ScreenRecord } from "../screen/screen-watch.ts";
import { type Answered, judgeUntil } from "../screen/retry.ts";
import type { Judgement } from "../screen/verdict.ts";
import { ScreenPicture } from "./screen-picture.ts";
import { beginIn, lookIn, whyUnseen } from "./watched-frame.ts";

interface Failure extends Answered {
  /** Its number in the test. */
  readonly id: number;
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
  /** The scenario that answered next. */
  #next: string | undefined;
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

  /** Looks a last time, at the end or before the next answer. */
  finish(next?: string): Promise<void> {
    this.#finishing ??= this.#finish(next);
    return this.#finishing;
  }

  async #finish(next: string | undefined): Promise<void> {
    this.#next = next;
    await this.#beginning;
    await this.#do(async (frame, id) => {
      const seen = await lookIn(frame, id, next !== undefined);
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

  /** What the page said, as plain data. Undefined when the page sent the request again, and got the same answer. */
  get record(): ScreenRecord | undefined {
    const { scenario } = this.#failure;
    const judgement = this.#judgement;
    const screenshot = this.#picture?.taken;
    return judgement && { scenario, ...judgement, ...(screenshot !== undefined && { screenshot }) };
  }

  get #judgement(): Judgement | undefined {
    const { said, thrown } = this.#observation;
    // What was said before is said.
    const isKnown = said.length > 0 || thrown !== undefined;
    if (this.#unseen !== undefined && !isKnown) return { verdict: "unseen", sentence: "", why: this.#unseen };
    return judgeUntil(this.#next, this.#failure, this.#observation);
  }
}

import type { BrowserContext, Frame } from "@playwright/test";
import type { Call } from "../engine/call.ts";
import type { Session } from "../engine/session.ts";
import type { PageReport, WatchedWindow } from "../screen/in-page.ts";
import { answerOf, type ScreenRecord } from "../screen/screen-watch.ts";
import { frameOf } from "./frame-of.ts";
import { type Exchange, exchanges } from "./route-auth0.ts";
import { WatchedFailure } from "./watched-failure.ts";
import { inPageScript } from "./watched-frame.ts";

/** The name of the function that pages call. */
const binding: keyof WatchedWindow = "auth0MswReport";

/** Watches what pages say to each answer of a session that is not a success. */
export class ScreenWatcher {
  readonly #isSuccess: (scenario: string) => boolean;
  /** The path of a new screenshot, or undefined to take none. */
  readonly #screenshotPath: (name: string) => string | undefined;
  readonly #stop: () => void;
  readonly #failures: WatchedFailure[] = [];
  readonly #latest = new Map<Frame | string, WatchedFailure>();
  readonly #prepared = new WeakMap<BrowserContext, Promise<unknown>>();

  constructor(
    session: Session,
    isSuccess: (scenario: string) => boolean,
    screenshotPath: (name: string) => string | undefined,
  ) {
    this.#isSuccess = isSuccess;
    this.#screenshotPath = screenshotPath;
    this.#stop = session.watch((answered) => {
      const exchange = exchanges.getStore();
      // A client that aborted never sees the response.
      if (!answered || !exchange || exchange.signal.aborted) return;
      exchange.ready = this.#begin(answered, exchange);
    });
  }

  /** Stops watching. Resolves with what was said to each failure, in order. */
  async finish(): Promise<ScreenRecord[]> {
    this.#stop();
    await Promise.all(this.#failures.map((failure) => failure.finish()));
    return this.#failures.flatMap(({ record }) => record ?? []);
  }

  /** Resolves when the page may get the answer. Never rejects: it gets it whatever it does. */
  #begin(call: Call, exchange: Exchange): Promise<void> | undefined {
    const frame = frameOf(exchange);
    const { scenario } = call;
    // A later answer ends what is said to an earlier one.
    const before = this.#latest.get(frame)?.finish(scenario);
    if (this.#isSuccess(scenario)) return before;
    const id = this.#failures.length + 1;
    const path = this.#screenshotPath(`${id}-${scenario.replaceAll("/", "-")}.png`);
    const failure = new WatchedFailure({ id, scenario, answer: answerOf(call), frame, path });
    this.#failures.push(failure);
    this.#latest.set(frame, failure);
    if (typeof frame === "string") return before;
    return failure.begin(Promise.all([before, this.prepare(exchange.context)]));
  }

  /** Lets the pages of a context watch themselves, and report what they show. */
  prepare(context: BrowserContext): Promise<unknown> {
    const known = this.#prepared.get(context);
    if (known) return known;
    const report = (_source: unknown, { id, observation }: PageReport): void =>
      this.#failures[id - 1]?.see(observation);
    const preparing = Promise.all([
      context.exposeBinding(binding, report),
      context.addInitScript({ content: inPageScript() }),
    ]);
    this.#prepared.set(context, preparing);
    return preparing;
  }
}

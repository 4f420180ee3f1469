/**
 * Runs in a page, for a test that runs outside of it. It is a bundle of its own, dist/screen-in-page.js, which
 * `src/playwright/` runs in the page before anything else.
 */
import { FormerForms } from "./former-forms.ts";
import { type Observation, ScreenObserver } from "./observer.ts";

/** What a page sends through its binding. */
export interface PageReport {
  /** The number of the record that the page is watched for. */
  readonly id: number;
  readonly observation: Observation;
}

/** Where the page has its `PageWatch`, and the function that the test has exposed to it. */
export interface WatchedWindow {
  auth0MswWatch?: PageWatch;
  auth0MswReport?: (report: PageReport) => unknown;
}

export type { PageWatch };

/** Watches the page, for one record after the other. */
class PageWatch {
  readonly #formerForms = new FormerForms(document);
  readonly #saidBefore = new Set<string>();
  #id: number | undefined;
  #observer: ScreenObserver | undefined;
  #reported = "";
  #listeners = new AbortController();

  /** Begins a record, just before its answer is sent. */
  begin(id: number): void {
    this.#end();
    this.#id = id;
    // What was said to an earlier failure is said again.
    const known = [...this.#formerForms.texts].filter((text) => !this.#saidBefore.has(text));
    const report = (): void => this.#report();
    // Not the body: a page that is still loading may have none.
    this.#observer = new ScreenObserver(document.documentElement, known, report);
    const { signal } = this.#listeners;
    document.addEventListener("focusin", report, { signal });
    // After the observer's own listener, which notes where the page goes.
    addEventListener("pagehide", report, { signal });
    this.#report();
  }

  /** What the page has said for a record. Undefined when it is not the one that is being watched. */
  look(id: number, isBeforeNextAnswer: boolean): Observation | undefined {
    if (id !== this.#id) return undefined;
    return isBeforeNextAnswer ? this.#observer?.observationBeforeNextAnswer : this.#observer?.observation;
  }

  #end(): void {
    for (const { text } of this.#observer?.observation.said ?? []) this.#saidBefore.add(text);
    this.#observer?.stop();
    this.#listeners.abort();
    this.#listeners = new AbortController();
  }

  /** Sends every change at once: a page that has gone can no longer be asked. */
  #report(): void {
    if (this.#id === undefined || !this.#observer) return;
    const report: PageReport = { id: this.#id, observation: this.#observer.observation };
    const text = JSON.stringify(report);
    if (text === this.#reported) return;
    this.#reported = text;
    (globalThis as WatchedWindow).auth0MswReport?.(report);
  }
}

(globalThis as WatchedWindow).auth0MswWatch ??= new PageWatch();

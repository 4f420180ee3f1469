import { type Announcement, byFocus, byRegion, isInNewRegion, liveRegions } from "./announcements.ts";
import { isVisible, textBlocks } from "./text-blocks.ts";

/** A text that appeared after an answer. */
export interface Said {
  readonly text: string;
  /** How it was announced. Undefined when no assistive technology was told. */
  readonly announced?: Announcement;
  /** It is in a live region that came together with it, which is not announced. */
  readonly isLate?: true;
  /** It disappeared again. */
  readonly isGone?: true;
}

/** What happened on a screen after an answer, as plain data. */
export interface Observation {
  /** In the order in which the texts appeared. */
  readonly said: readonly Said[];
  /** Whether the screen shows that it waits: something is busy, or a progress bar is shown. */
  readonly isBusy: boolean;
  /** Whether the user can go on: send the form again, or press any other button or link. */
  readonly canGoOn: boolean;
}

/** Their texts name a control, and are not a message. */
const controls = "button,[role=button],label,option";

/** Watches what appears on a screen since an answer. */
export class ScreenObserver {
  readonly #root: Element;
  readonly #observer: MutationObserver;
  readonly #focused = new Set<Element>();
  /** The texts before the answer. */
  readonly #before: ReadonlySet<string>;
  #regions: ReadonlySet<Element>;
  readonly #said = new Map<string, Said>();

  /** Begins now, when the answer is sent. */
  constructor(root: Element) {
    this.#root = root;
    this.#before = new Set(textBlocks(root).map(({ text }) => text));
    this.#regions = liveRegions(root);
    this.#observer = new MutationObserver(() => void this.#look());
    this.#observer.observe(root, { subtree: true, childList: true, characterData: true, attributes: true });
    root.addEventListener("focusin", this.#onFocus);
  }

  /** What appeared so far. */
  get observation(): Observation {
    const shown = this.#look();
    const all = [...this.#said.values()];
    // The test has emptied the page: what was there before is unknown, so no fault.
    if (shown.size === 0) return { said: all, isBusy: false, canGoOn: true };
    return {
      said: all.map((said): Said => (shown.has(said.text) ? said : gone(said))),
      isBusy: this.#root.querySelector('[aria-busy="true"],[role="progressbar"],progress') !== null,
      canGoOn: canGoOn(this.#root),
    };
  }

  /** Stops watching. */
  stop(): void {
    this.#observer.disconnect();
    this.#root.removeEventListener("focusin", this.#onFocus);
  }

  /** Adds what is new. Returns the texts that are shown. */
  #look(): ReadonlySet<string> {
    const shown = new Set<string>();
    const regions = this.#regions;
    this.#regions = liveRegions(this.#root);
    for (const { element, text } of textBlocks(this.#root)) {
      shown.add(text);
      if (this.#before.has(text) || element.closest(controls)) continue;
      const known = this.#said.get(text);
      if (known?.announced) continue;
      // A region announces a text when it appears, the focus also later.
      const announced = (known ? undefined : byRegion(element, regions)) ?? byFocus(element, this.#focused);
      const isLate = known?.isLate ?? isInNewRegion(element, regions);
      this.#said.set(text, {
        text,
        ...(announced && { announced }),
        ...(isLate && !announced && { isLate: true }),
      });
    }
    return shown;
  }

  readonly #onFocus = ({ target }: Event): void => {
    if (target instanceof Element) this.#focused.add(target);
  };
}

function gone(said: Said): Said {
  return { ...said, isGone: true };
}

function canGoOn(root: Element): boolean {
  return Array.from(root.querySelectorAll(actions)).some(
    (action) => isVisible(action) && !action.matches(':disabled,[aria-disabled="true"]'),
  );
}

const actions = "button,a[href],input[type=submit],input[type=image],[role=button],[role=link]";

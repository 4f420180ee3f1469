import { type Announcement, byFocus, byRegion, isInDialogWithoutLayout } from "./announcements.ts";
import { watchBrowserDialogs } from "./browser-dialogs.ts";
import { canGoOn } from "./can-go-on.ts";
import { watchedAttributes } from "./element-traits.ts";
import { isInside } from "./flat-tree.ts";
import { hasLayout } from "./has-layout.ts";
import { type PageEvents, watchPageEvents } from "./page-events.ts";
import { type PageReading, readPage, type TextBlock } from "./read-page.ts";

/** A text that appeared after an answer. */
export interface Said {
  readonly text: string;
  /** How it was announced. Undefined when no assistive technology was told. */
  readonly announced?: Announcement;
  /** It is in a live region that came together with it, or later, which is not announced. */
  readonly isLate?: true;
  /** It is hidden from assistive technology. */
  readonly isConcealed?: true;
  /** It disappeared again. */
  readonly isGone?: true;
}

/** What happened on a screen after an answer, as plain data. */
export interface Observation {
  /** In the order in which the texts appeared. */
  readonly said: readonly Said[];
  /** Whether the screen shows that it waits: something is busy, or a progress bar is shown. */
  readonly isBusy: boolean;
  /** Whether the user can go on: send the form again, or do something else that the screen offers. */
  readonly canGoOn: boolean;
  /** The user has done something: pressed a key, clicked, typed or sent a form. */
  readonly hasUserActed?: true;
  /** The message of an error that no code handled, when nothing is shown instead. */
  readonly thrown?: string;
  /** The address that the page was left for. Empty when it is unknown. */
  readonly leftFor?: string;
}

/** Watches what appears on a screen since an answer. */
export class ScreenObserver {
  readonly #root: Element;
  readonly #observer: MutationObserver;
  readonly #events: PageEvents;
  readonly #stopDialogs: () => void;
  readonly #observedRoots = new Set<ParentNode>();
  readonly #focused = new Set<Element>();
  readonly #start: PageReading;
  /** The texts before the answer. */
  readonly #before: ReadonlySet<string>;
  readonly #textsBefore: ReadonlyMap<Element, string>;
  /** The last page that was not empty. */
  #page: PageReading;
  #regions: ReadonlySet<Element>;
  /** What has text now. */
  #elements: ReadonlySet<Element>;
  /** What announced a text that was there before: the message to the attempt before, which may still fade out. */
  readonly #repeating = new Set<Element>();
  readonly #said = new Map<string, Said>();
  /** What there was when the user began the next attempt. */
  #atNextAttempt: Observation | undefined;
  /** What there was before the last click, in case it began the next attempt without a form. */
  #atLastClick: Observation | undefined;
  #hasUserActed = false;

  /**
   * Begins now, when the answer is sent.
   * @param known Texts that are not new when they appear, such as those of a form that comes back.
   * @param onChange Called after each change of the page.
   */
  constructor(root: Element, known: Iterable<string> = [], onChange?: () => void) {
    this.#root = root;
    this.#start = readPage(root);
    this.#page = this.#start;
    this.#textsBefore = new Map(this.#start.blocks.map(({ element, text }) => [element, text]));
    this.#before = new Set([...this.#textsBefore.values(), ...known]);
    this.#regions = this.#start.regions;
    this.#elements = new Set(this.#textsBefore.keys());
    this.#observer = new MutationObserver(() => {
      this.#look();
      onChange?.();
    });
    this.#observe(root);
    this.#observeShadows(this.#start);
    // First: the other listeners observe.
    for (const type of userEvents) root.addEventListener(type, this.#onUserEvent, true);
    root.addEventListener("submit", this.#onSubmit, true);
    root.addEventListener("click", this.#onClick, true);
    this.#events = watchPageEvents(root.ownerDocument.defaultView as Window);
    this.#stopDialogs = watchBrowserDialogs((text) => this.#say(text, "browser dialog"));
  }

  /** What appeared so far, until the user tried again. */
  get observation(): Observation {
    return this.#atNextAttempt ?? this.#observeNow();
  }

  /** What appeared until the next answer: by then, the screen already waits for it. */
  get observationBeforeNextAnswer(): Observation {
    return this.#atNextAttempt ?? this.#atLastClick ?? this.#observeNow();
  }

  /** Stops watching. */
  stop(): void {
    this.#observer.disconnect();
    this.#events.stop();
    this.#stopDialogs();
    this.#root.removeEventListener("submit", this.#onSubmit, true);
    this.#root.removeEventListener("click", this.#onClick, true);
    for (const type of userEvents) this.#root.removeEventListener(type, this.#onUserEvent, true);
    for (const root of this.#observedRoots) {
      root.removeEventListener("focusin", this.#onFocus);
      root.removeEventListener("invalid", this.#onInvalid, true);
    }
  }

  #observeNow(): Observation {
    const { blocks } = this.#look();
    const shown = new Set(blocks.map((block) => keyOf(this.#newText(block))));
    const isEmpty = blocks.length === 0;
    // When a test has emptied the page, its texts did not disappear before the user.
    const said = Array.from(this.#said, ([key, each]) => (isEmpty || shown.has(key) ? each : gone(each)));
    const { thrown, leftFor } = this.#events;
    return {
      said,
      isBusy: this.#page.isBusy,
      canGoOn: canGoOn(this.#page, this.#start),
      ...(this.#hasUserActed && { hasUserActed: true }),
      ...(thrown !== undefined && (isEmpty || said.length === 0) && { thrown }),
      ...(leftFor !== undefined && { leftFor }),
    };
  }

  #observe(root: ParentNode): void {
    if (this.#observedRoots.has(root)) return;
    this.#observedRoots.add(root);
    this.#observer.observe(root, optionsFor(this.#root));
    root.addEventListener("focusin", this.#onFocus);
    root.addEventListener("invalid", this.#onInvalid, true);
  }

  /** Changes and the focus inside a shadow root don't reach its host. */
  #observeShadows({ shadowRoots }: PageReading): void {
    for (const root of shadowRoots) this.#observe(root);
  }

  /** Adds what is new. Returns what is on the page. */
  #look(): PageReading {
    const page = readPage(this.#root);
    this.#observeShadows(page);
    if (!this.#atNextAttempt) for (const block of page.blocks) this.#hear(block);
    this.#regions = page.regions;
    this.#elements = new Set(page.blocks.map(({ element }) => element));
    if (page.blocks.length > 0) this.#page = page;
    return page;
  }

  #hear(block: TextBlock): void {
    const { element, region, isConcealed } = block;
    const isNew = !this.#elements.has(element);
    if (isNew && this.#before.has(block.text) && byRegion(block, this.#regions)) this.#repeating.add(element);
    const text = this.#newText(block);
    if (text === "") return;
    const known = this.#said.get(keyOf(text));
    if (known?.announced) return;
    // A region announces a text when it appears, the focus also later.
    const announced =
      (known ? undefined : byRegion(block, this.#regions)) ??
      byFocus(block, this.#focused, this.#wasOpen) ??
      (isInDialogWithoutLayout(block, this.#wasOpen) ? "dialog" : undefined);
    const isLate = known?.isLate ?? (region !== null && !this.#regions.has(region));
    this.#said.set(keyOf(text), {
      text: known?.text ?? text,
      ...(announced && { announced }),
      ...(isLate && !announced && { isLate: true }),
      ...(isConcealed && { isConcealed: true }),
    });
  }

  /** The part of a text that was not there before. */
  #newText({ element, text, isName }: TextBlock): string {
    if (this.#before.has(text)) return this.#repeating.has(element) ? text : "";
    return addedTo(this.#textsBefore.get(element) ?? "", text) ?? (isName ? "" : text);
  }

  readonly #wasOpen = (element: Element): boolean =>
    this.#start.blocks.some((block) => isInside(element, block.element));

  #say(text: string, announced: Announcement): void {
    if (text !== "") this.#said.set(keyOf(text), { text, announced });
  }

  readonly #onSubmit = (event: Event): void => {
    const form = event.composedPath()[0] as HTMLFormElement;
    // Such a form only closes its dialog.
    if (form.getAttribute("method") !== "dialog") this.#atNextAttempt ??= this.#observeNow();
  };

  readonly #onClick = (event: Event): void => {
    const isOnButton = event.composedPath().some((each) => this.#page.actions.some(({ element }) => element === each));
    if (isOnButton) this.#atLastClick = this.#observeNow();
  };

  readonly #onUserEvent = (): void => {
    this.#hasUserActed = true;
  };

  readonly #onFocus = (event: Event): void => {
    const target = event.composedPath()[0];
    if (target instanceof Element) this.#focused.add(target);
  };

  /** A browser shows the message of a field whose validity is reported. */
  readonly #onInvalid = (event: Event): void => {
    const field = event.composedPath()[0] as HTMLInputElement;
    if (!event.defaultPrevented && field.validity.customError) this.#say(field.validationMessage, "field message");
  };
}

const userEvents = ["keydown", "click", "input", "change", "submit"];

const everything = { subtree: true, childList: true, characterData: true, attributes: true };

/** Without style sheets, other attributes change nothing that is read. Typing changes `value` often. */
function optionsFor(root: Element): MutationObserverInit {
  return hasLayout(root.ownerDocument) ? everything : { ...everything, attributeFilter: [...watchedAttributes] };
}

/** The words that were added to a text: undefined when it is a different one. */
function addedTo(before: string, text: string): string | undefined {
  if (before === "") return undefined;
  const words = before.split(" ");
  const now = text.split(" ");
  let first = 0;
  while (first < words.length && words[first] === now[first]) first++;
  const last = words.length - first;
  const isAround = now.length > words.length && words.slice(first).join(" ") === now.slice(now.length - last).join(" ");
  return isAround ? now.slice(first, now.length - last).join(" ") : undefined;
}

/** A text that counts down is one text. */
function keyOf(text: string): string {
  return text.replaceAll(/\d+/g, "0");
}

function gone(said: Said): Said {
  return said.announced === "browser dialog" || said.announced === "field message" ? said : { ...said, isGone: true };
}

import { render } from "lit";
import type { Cell } from "./cell.ts";
import { type CellReport, isCellMessage } from "./cell-report.ts";
import { galleryView } from "./gallery-view.ts";
import { scenariosOf } from "./kinds.ts";
import { firstSettings, type GalleryActions, type GalleryHost, type GalleryModel, type Settings } from "./model.ts";
import { nextToLoad } from "./queue.ts";
import { fitHeight } from "./fit-height.ts";
import { leftPage, whereItWent } from "./where-it-went.ts";

/** How long a frame may take to report, in milliseconds. */
const patience = 30_000;

/** How often it is checked whether a frame still loads, in milliseconds. */
const lookEvery = 4000;

const noReport = `The story did not report within ${patience / 1000} s.`;

/** How many frames load at a time: one plays, while the next one loads. With more it takes longer. */
const atATime = 2;

/** A story once for each failure of an endpoint, side by side. */
export class Gallery implements GalleryActions {
  readonly #root: ShadowRoot;
  readonly #window: Window & typeof globalThis;
  readonly #observer: IntersectionObserver;
  readonly #ended = new AbortController();
  readonly #inView = new Set<string>();
  readonly #timers = new Map<string, ReturnType<typeof setTimeout>>();
  /** Where the user is. */
  #focused: HTMLElement | undefined;
  #model: GalleryModel;
  #isDrawing = false;

  /** Draws into a document of its own: Storybook would take the events of frames in its document for its story’s. */
  constructor(document: Document, host: GalleryHost, settings = firstSettings) {
    this.#window = document.defaultView as Window & typeof globalThis;
    const element = document.body.appendChild(document.createElement("div"));
    for (const [name, value] of Object.entries(host.theme)) element.style.setProperty(name, value);
    this.#root = element.attachShadow({ mode: "open" });
    this.#observer = new this.#window.IntersectionObserver((entries) => this.#onScroll(entries));
    this.#model = { host, settings, endpoint: "oauth-ro", cells: [], isStopped: false };
    this.#window.addEventListener("message", (event) => this.#onMessage(event), { signal: this.#ended.signal });
    this.#root.addEventListener("focusin", ({ target }) => {
      if ((target as Element).localName !== "iframe") this.#focused = target as HTMLElement;
    });
    this.#startTimer("", () => this.#set({ problem: noReport }));
    this.#draw();
  }

  /** What the user chose, to begin with it the next time. */
  get settings(): Settings {
    return this.#model.settings;
  }

  /** Shows other scenarios, or shows them in another way. */
  choose(change: Partial<Settings>): void {
    this.#set({ settings: { ...this.#model.settings, ...change } });
    this.#updateCells();
  }

  /** Loads no further frame. */
  stop(): void {
    this.#set({ isStopped: true });
  }

  /** Loads the frames that were not loaded yet. */
  goOn(): void {
    this.#set({ isStopped: false });
  }

  /** Loads all frames again. */
  runAgain(): void {
    this.#set({ cells: [], isStopped: false });
    // The frames of the cells must be gone before the same cells come back.
    this.#draw();
    this.#updateCells();
  }

  /** Ends all frames. */
  close(): void {
    this.#ended.abort();
    this.#observer.disconnect();
    for (const timer of this.#timers.values()) clearTimeout(timer);
    this.#root.host.remove();
  }

  /** Called with the element of each cell. */
  readonly onCell = (element: Element | undefined): void => {
    if (element) this.#observer.observe(element);
  };

  /** Called whenever a page has loaded in the frame of a cell. */
  onLoad({ id, report }: Cell, frame: HTMLIFrameElement): void {
    fitHeight(frame, this.#ended.signal);
    const place = placeOf(frame);
    if (place !== undefined) this.#setReport(id, leftPage(place, report));
  }

  #onScroll(entries: readonly IntersectionObserverEntry[]): void {
    for (const { target, isIntersecting } of entries) {
      const id = target.getAttribute("data-id") ?? "";
      if (isIntersecting) this.#inView.add(id);
      else this.#inView.delete(id);
    }
    this.#set({});
  }

  #onMessage({ data, source }: MessageEvent<unknown>): void {
    if (!isCellMessage(data)) return;
    if (data.type === "auth0-msw/story") {
      clearTimeout(this.#timers.get(""));
      this.#set({ story: data, problem: data.problem });
      this.#updateCells();
      return;
    }
    const frame = this.#frameOf(data.scenario);
    if (!frame || frame.contentWindow !== source) return;
    this.#setReport(data.scenario, data.report);
    // Its play has moved the focus into it.
    if (this.#root.activeElement === frame) this.#focused?.focus({ preventScroll: true });
  }

  #updateCells(): void {
    const { story, settings, cells } = this.#model;
    if (!story) return;
    const endpoint = settings.endpoint ?? story.called[0] ?? "oauth-ro";
    const known = new Map(cells.map((cell) => [cell.id, cell]));
    const chosen = scenariosOf(story.scenarios, endpoint, settings.kinds);
    for (const { id } of chosen) if (!known.has(id)) clearTimeout(this.#timers.get(id));
    this.#set({
      endpoint,
      cells: chosen.map((scenario) => known.get(scenario.id) ?? { id: scenario.id, scenario, state: "waiting" }),
    });
  }

  #setReport(id: string, report: CellReport): void {
    clearTimeout(this.#timers.get(id));
    this.#setCell(id, { state: "done", report });
  }

  #setCell(id: string, change: Partial<Cell>): void {
    this.#set({ cells: this.#model.cells.map((cell) => (cell.id === id ? Object.assign({}, cell, change) : cell)) });
  }

  #startTimer(id: string, fail: () => void): void {
    this.#timers.set(id, setTimeout(fail, patience));
  }

  #set(change: Partial<GalleryModel>): void {
    this.#model = { ...this.#model, ...change };
    if (this.#isDrawing) return;
    this.#isDrawing = true;
    queueMicrotask(() => {
      this.#isDrawing = false;
      if (!this.#ended.signal.aborted) this.#draw();
    });
  }

  #draw(): void {
    this.#loadNext();
    render(galleryView(this.#model, this), this.#root, { creationScope: this.#window.document });
  }

  #loadNext(): void {
    const { cells, isStopped } = this.#model;
    const next = isStopped ? [] : nextToLoad(cells, this.#inView, atATime);
    for (const id of next) {
      this.#startTimer(id, () => this.#setReport(id, { state: "not sent", why: noReport }));
      this.#setCell(id, { state: "loading" });
      this.#loadAgainWhenStuck(id);
    }
  }

  /** MSW’s worker may ask the page of another cell about a frame that loads. One that is just leaving never answers. */
  #loadAgainWhenStuck(id: string): void {
    let looks = 0;
    const timer = setInterval(() => {
      looks += 1;
      const isLoading = this.#model.cells.some((cell) => cell.id === id && cell.state === "loading");
      const frame = this.#frameOf(id);
      if (!isLoading || this.#ended.signal.aborted) clearInterval(timer);
      else if (frame && isStuck(frame, looks)) frame.src = this.#model.host.frameUrl(id);
    }, lookEvery);
  }

  #frameOf(id: string): HTMLIFrameElement | null {
    return this.#root.querySelector(`[data-id="${CSS.escape(id)}"] iframe`);
  }
}

/** Whether a frame has no page yet, or, once, after a while: whether Storybook has not started in it. */
function isStuck({ contentDocument }: HTMLIFrameElement, looks: number): boolean {
  const body = contentDocument?.body;
  if (!body) return false;
  return body.childElementCount === 0 || (looks === 3 && !/\bsb-show-/.test(body.className));
}

function placeOf({ contentWindow }: HTMLIFrameElement): string | undefined {
  try {
    return whereItWent(contentWindow?.location.href ?? "about:blank");
  } catch {
    return "another site";
  }
}

import type { ReactiveController, ReactiveControllerHost } from "lit";
import { type Endpoint, endpoints } from "../../scenarios/types.ts";
import type { Row } from "./row.ts";

/** How far a page key goes. */
const pageLength = 10;

type ActiveIds = Readonly<Record<Endpoint, string>>;

interface Host extends ReactiveControllerHost {
  readonly renderRoot: HTMLElement | DocumentFragment;
}

/** What the list asks of its host. */
interface ListActions {
  /** The rows that are shown, in their order. */
  readonly rows: () => readonly Row[];
  readonly onActivate: (type: "use" | "once") => void;
  /** Escape: returns whether there was a filter to clear. */
  readonly onEscape: () => boolean;
}

/** The selected row: moved by keys, scrolled into view, and following what is active until someone chooses another. */
export class ListNavigation implements ReactiveController {
  readonly #host: Host;
  readonly #actions: ListActions;
  #selected = "";
  #isRevealed = true;
  /** Whether the selection moves along with what is active. */
  #follows = true;

  constructor(host: Host, actions: ListActions) {
    this.#host = host;
    this.#actions = actions;
    host.addController(this);
  }

  get selected(): string {
    return this.#selected;
  }

  /** Selects a row, which then stays selected whatever becomes active. */
  select(id: string): void {
    this.#move(id);
    this.#follows = false;
  }

  /** Lets the selection move along with what is active again. */
  follow(): void {
    this.#follows = true;
  }

  /** Selects what has become active; at first what is. */
  update(rows: readonly Row[], active: ActiveIds, before: ActiveIds | undefined): void {
    const isKnown = rows.some(({ id }) => id === this.#selected);
    if (!isKnown) this.#follows = true;
    if (!this.#follows) return;
    const changed = before && endpoints.find((endpoint) => before[endpoint] !== active[endpoint]);
    if (!changed && isKnown) return;
    const forced = endpoints.find((endpoint) => active[endpoint] !== `${endpoint}/live`);
    this.#move(active[changed ?? forced ?? "oauth-ro"]);
  }

  /** The list changed: the selected row may be out of sight. */
  reveal(): void {
    this.#isRevealed = false;
  }

  readonly onKeydown = (event: KeyboardEvent): void => {
    const { key } = event;
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    const rows = this.#actions.rows();
    const to = this.#destination(key, isTyping(event));
    const row = to === undefined ? undefined : rows[Math.max(0, Math.min(to, rows.length - 1))];
    if (row) {
      settle(event);
      this.select(row.id);
    } else if (key === "Enter") {
      settle(event);
      if (rows.some(({ id }) => id === this.#selected)) this.#actions.onActivate(event.shiftKey ? "once" : "use");
    } else if (key === "Escape") {
      if (this.#actions.onEscape()) settle(event);
    } else if (!isTyping(event) && /^[^\s/]$/.test(key)) {
      // What is typed over the list goes on in the filter: the browser puts it where the focus is by then.
      event.stopPropagation();
      this.#host.renderRoot.querySelector<HTMLInputElement>("#search")?.focus();
    }
  };

  /** Scrolls only the list: the page around it stays where it is. */
  hostUpdated(): void {
    if (this.#isRevealed) return;
    this.#isRevealed = true;
    const option = this.#host.renderRoot.querySelector<HTMLElement>('[role="option"][aria-selected="true"]');
    const list = option?.closest<HTMLElement>(".list");
    if (!option || !list) return;
    const { top, bottom } = option.getBoundingClientRect();
    const frame = list.getBoundingClientRect();
    const above = frame.top + option.offsetHeight - top;
    if (above > 0) list.scrollTop -= above;
    else if (bottom > frame.bottom) list.scrollTop += bottom - frame.bottom;
  }

  #move(id: string): void {
    this.#selected = id;
    this.reveal();
    this.#host.requestUpdate();
  }

  #destination(key: string, isInput: boolean): number | undefined {
    const rows = this.#actions.rows();
    const at = rows.findIndex(({ id }) => id === this.#selected);
    if (key === "ArrowDown") return at + 1;
    if (key === "ArrowUp") return at - 1;
    if (key === "PageDown") return at + pageLength;
    if (key === "PageUp") return at - pageLength;
    if (isInput) return undefined;
    if (key === "Home") return 0;
    return key === "End" ? rows.length - 1 : undefined;
  }
}

/** Keeps a key that did something here from the page around, which may have shortcuts of its own. */
export function settle(event: Event): void {
  event.preventDefault();
  event.stopPropagation();
}

/** Whether a key goes into a field. */
export function isTyping({ target }: Event): boolean {
  return target instanceof HTMLElement && target.matches("input, textarea, select");
}

import type { ReactiveController, ReactiveControllerHost } from "lit";
import { type Endpoint, endpoints } from "../../scenarios/types.ts";
import type { Row } from "./row.ts";

/** How many rows Page Up and Page Down move. */
const pageLength = 10;

type ActiveIds = Readonly<Record<Endpoint, string>>;

interface Host extends ReactiveControllerHost, Element {
  readonly renderRoot: HTMLElement | DocumentFragment;
}

/** What the host provides. */
interface ListActions {
  /** The visible rows, in order. */
  readonly rows: () => readonly Row[];
  readonly onActivate: (type: "use" | "once") => void;
  /** Called on Escape. Returns whether there was a filter to clear. */
  readonly onEscape: () => boolean;
}

/** Moves the selected row with the keyboard and scrolls it into view. It follows the active scenario until the user selects a row. */
export class ListNavigation implements ReactiveController {
  readonly #host: Host;
  readonly #actions: ListActions;
  #selected = "";
  #isRevealed = true;
  #resizes: ResizeObserver | undefined;
  /** Whether the selection follows the active scenario. */
  #follows = true;

  constructor(host: Host, actions: ListActions) {
    this.#host = host;
    this.#actions = actions;
    host.addController(this);
  }

  get selected(): string {
    return this.#selected;
  }

  /** Selects a row and stops following the active scenario. */
  select(id: string): void {
    this.#move(id);
    this.#follows = false;
  }

  /** Selects the active scenario at the next update. */
  restart(): void {
    this.#selected = "";
  }

  /** Makes the selection follow the active scenario again. */
  follow(): void {
    this.#follows = true;
  }

  /** Selects the scenario that became active, or at first the one that is active. */
  update(rows: readonly Row[], active: ActiveIds, before: ActiveIds | undefined): void {
    const isKnown = rows.some(({ id }) => id === this.#selected);
    if (!isKnown) this.#follows = true;
    if (!this.#follows) return;
    const changed = before && endpoints.find((endpoint) => before[endpoint] !== active[endpoint]);
    if (!changed && isKnown) return;
    const forced = endpoints.find((endpoint) => active[endpoint] !== `${endpoint}/live`);
    this.#move(active[changed ?? forced ?? "oauth-ro"]);
  }

  /** Scrolls the selected row into view after the next update. */
  reveal(): void {
    this.#isRevealed = false;
  }

  hostConnected(): void {
    let isVisible = false;
    // A hidden list cannot scroll: reveal the row when it is shown, for example in a tab.
    this.#resizes = new ResizeObserver(() => {
      const wasVisible = isVisible;
      isVisible = this.#host.clientHeight > 0;
      if (!isVisible || wasVisible) return;
      this.reveal();
      this.#host.requestUpdate();
    });
    this.#resizes.observe(this.#host);
  }

  hostDisconnected(): void {
    this.#resizes?.disconnect();
  }

  readonly onKeydown = (event: KeyboardEvent): void => {
    const { key } = event;
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    const rows = this.#actions.rows();
    const to = this.#destination(key, isTyping(event));
    const row = to === undefined ? undefined : rows[Math.max(0, Math.min(to, rows.length - 1))];
    if (row) {
      consume(event);
      this.select(row.id);
    } else if (key === "Enter") {
      consume(event);
      if (rows.some(({ id }) => id === this.#selected)) this.#actions.onActivate(event.shiftKey ? "once" : "use");
    } else if (key === "Escape") {
      if (this.#actions.onEscape()) consume(event);
    } else if (!isTyping(event) && /^[^\s/]$/.test(key)) {
      // Typing in the list filters it: the browser enters the character in the focused field.
      event.stopPropagation();
      this.#host.renderRoot.querySelector<HTMLInputElement>("#search")?.focus();
    }
  };

  /** Scrolls only the list, not the page. */
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

/** Prevents the default action of an event, and hides it from the page, which may have its own shortcuts. */
export function consume(event: Event): void {
  event.preventDefault();
  event.stopPropagation();
}

/** Whether the user is typing in a field. */
export function isTyping({ target }: Event): boolean {
  return target instanceof HTMLElement && target.matches("input, textarea, select");
}

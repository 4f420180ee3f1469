import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from "lit";
import { keyed } from "lit/directives/keyed.js";
import { repeat } from "lit/directives/repeat.js";
import { type Endpoint, endpoints, paths } from "../../scenarios/scenario.ts";
import { happened } from "./announcement.ts";
import { callList } from "./call-list.ts";
import { type Copying, copyText } from "./copyable.ts";
import { type Edit, noEdit, toActivation } from "./edit.ts";
import { type Filter, filterRows, isFiltering, noFilter, statusesIn } from "./filter.ts";
import { icon } from "./icon.ts";
import { inboxList } from "./inbox-list.ts";
import { actionEvent, type PanelAction, type PanelModel } from "./model.ts";
import { nameOf, type Row, rowsOf } from "./row.ts";
import { scenarioDetail } from "./scenario-detail.ts";
import { scenarioList } from "./scenario-list.ts";
import { liveView, statusView } from "./status-view.ts";
import { styles } from "./styles.ts";
import { theme } from "./theme.ts";

type Tab = "scenarios" | "calls" | "inbox";

const tabs: readonly Tab[] = ["scenarios", "calls", "inbox"];
const page = 10;

/**
 * The switcher. It shows a `model` and asks for changes by `auth0-action` events; whoever owns the mock
 * answers with a new `model`, or with an `error` to be shown.
 */
export class Auth0Scenarios extends LitElement {
  static override readonly styles = [theme, styles];

  static override readonly properties = {
    model: { attribute: false },
    error: {},
    tab: { state: true },
    filter: { state: true },
    selected: { state: true },
    edits: { state: true },
    copied: { state: true },
    said: { state: true },
  };

  /** What to show; nothing yet while undefined. */
  declare model: PanelModel | undefined;
  /** A message that something went wrong. */
  declare error: string | undefined;

  declare private tab: Tab;
  declare private filter: Filter;
  declare private selected: string;
  declare private edits: Readonly<Record<string, Edit>>;
  declare private copied: string | undefined;
  declare private said: readonly { readonly text: string; readonly n: number }[];

  #rows: readonly Row[] = [];
  /** Whether the choice moves along with what is switched on. */
  #follows = true;

  constructor() {
    super();
    this.tab = "scenarios";
    this.filter = noFilter;
    this.selected = "";
    this.edits = {};
    this.said = [];
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has("model") || !this.model) return;
    const before = changed.get("model");
    this.#rows = rowsOf(this.model);
    this.#follow(before, this.model);
    for (const news of before ? happened(before, this.model) : []) this.#say(news);
  }

  protected override updated(changed: PropertyValues): void {
    if (["selected", "filter", "tab"].some((name) => changed.has(name))) this.#reveal();
  }

  protected override render(): TemplateResult {
    const { model, error } = this;
    return html`<section class="panel" aria-label="Auth0 scenarios" @keydown=${this.#onKeydown}>
      ${
        error === undefined || error === ""
          ? nothing
          : html`<p class="alert" role="alert">${icon("alert")} <span>${error}</span></p>`
      }
      ${model ? this.#body(model) : html`<p class="empty">Waiting for a page that has auth0-msw.</p>`}
      <div class="only-heard" role="log" aria-label="What happened">
        ${repeat(
          this.said,
          ({ n }) => n,
          ({ text }) => html`<p>${text}</p>`,
        )}
      </div>
    </section>`;
  }

  #body(model: PanelModel): TemplateResult {
    const counts = { scenarios: model.scenarios.length, calls: model.calls.length, inbox: model.messages.length };
    return html`${this.#now(model)}
      <div class="tabs" role="tablist" aria-label="Views" @keydown=${this.#onTabKeydown}>
        ${tabs.map(
          (tab) =>
            html`<button
              type="button"
              role="tab"
              id="tab-${tab}"
              aria-controls="view"
              aria-selected=${tab === this.tab}
              tabindex=${tab === this.tab ? 0 : -1}
              @click=${() => (this.tab = tab)}
            >
              ${tab} <span class="count">${counts[tab]}</span>
            </button>`,
        )}
      </div>
      <div id="view" class="view" data-tab=${this.tab} role="tabpanel" aria-labelledby="tab-${this.tab}">
        ${this.#view(model)}
      </div>`;
  }

  #now({ active }: PanelModel): TemplateResult {
    return html`<div class="now">
      <ul aria-label="Switched on">
        ${endpoints.map((endpoint) => {
          const row = this.#rows.find(({ id }) => id === active[endpoint]);
          return html`<li>
            <span class="path">${paths[endpoint]}</span>
            <button type="button" title="Show ${active[endpoint]}" @click=${() => this.#show(active[endpoint])}>
              ${row?.scenario ? statusView(row.scenario.status) : liveView()}
              ${
                row?.scenario === null
                  ? "the tenant answers"
                  : html`<span class="name">${nameOf(active[endpoint])}</span>`
              }
            </button>
          </li>`;
        })}
      </ul>
      <button
        type="button"
        class="button"
        title="Switches, calls, tenant and inbox begin anew"
        @click=${() => this.#reset()}
      >
        ${icon("reset")} Reset all
      </button>
    </div>`;
  }

  #view(model: PanelModel): TemplateResult {
    const { copied } = this;
    const copying: Copying = { copied, copy: (text, event) => void this.#copy(text, event.currentTarget) };
    if (this.tab === "calls") return callList(model.calls, (id) => this.#show(id));
    if (this.tab === "inbox") return inboxList(model.messages, copying);

    const row = this.#selectedRow;
    return html`${scenarioList({
      rows: this.#shown,
      statuses: statusesIn(this.#rows),
      filter: this.filter,
      selected: this.selected,
      active: model.active,
      onFilter: (filter) => this.#setFilter(filter),
      onClear: () => this.#clearFilter(),
      onSelect: (id) => this.#select(id),
      onUse: () => this.#activate("use"),
      onKeydown: this.#onListKeydown,
    })}
    ${
      row &&
      keyed(
        row.id,
        scenarioDetail({
          row,
          isActive: model.active[row.endpoint] === row.id,
          edit: this.edits[row.id] ?? noEdit,
          copying,
          onEdit: (edit) => (this.edits = { ...this.edits, [row.id]: edit }),
          onActivate: (type) => this.#activate(type),
          onReset: () => this.#reset(row.endpoint),
        }),
      )
    }`;
  }

  get #shown(): readonly Row[] {
    return filterRows(this.#rows, this.filter);
  }

  get #selectedRow(): Row | undefined {
    return this.#rows.find(({ id }) => id === this.selected);
  }

  /** Chooses what is switched on, until somebody chooses something else here. */
  #follow(before: PanelModel | undefined, { active }: PanelModel): void {
    if (!this.#selectedRow) this.#follows = true;
    if (!this.#follows) return;
    const changed = before && endpoints.find((endpoint) => before.active[endpoint] !== active[endpoint]);
    if (!changed && this.#selectedRow) return;
    const forced = endpoints.find((endpoint) => active[endpoint] !== `${endpoint}/live`);
    this.selected = active[changed ?? forced ?? "oauth-ro"];
  }

  #select(id: string): void {
    this.selected = id;
    this.#follows = false;
  }

  #show(id: string): void {
    this.tab = "scenarios";
    void this.#focus("#list");
    if (!this.#shown.some((row) => row.id === id)) this.filter = noFilter;
    this.#select(id);
  }

  #setFilter(filter: Filter): void {
    this.filter = filter;
    const shown = this.#shown;
    this.#say(shown.length === 1 ? "1 scenario." : `${shown.length} scenarios.`);
    const [first] = shown;
    if (first && !shown.some(({ id }) => id === this.selected)) this.#select(first.id);
  }

  #clearFilter(): void {
    this.#setFilter(noFilter);
    void this.#focus("#search");
  }

  #activate(type: "use" | "once"): void {
    const row = this.#selectedRow;
    if (!row || this.renderRoot.querySelector("form")?.reportValidity() === false) return;
    this.#follows = type === "use";
    // What becomes active is said when it does.
    if (type === "once") this.#say(`${row.name} answers the next request only.`);
    else if (this.model?.active[row.endpoint] === row.id) this.#say(`${row.name} is switched on.`);
    this.#ask({ type, activation: toActivation(row, this.edits[row.id] ?? noEdit) });
  }

  #reset(endpoint?: Endpoint): void {
    this.#say(endpoint ? `${paths[endpoint]} is reset.` : "Everything is reset.");
    this.#ask({ type: "reset", ...(endpoint && { endpoint }) });
  }

  #ask(action: PanelAction): void {
    this.dispatchEvent(new CustomEvent(actionEvent, { detail: action, bubbles: true, composed: true }));
  }

  #say(text: string): void {
    // The last few stay, or else what happens at once would silence what came before it.
    this.said = [...this.said.slice(-4), { n: (this.said.at(-1)?.n ?? 0) + 1, text }];
  }

  async #copy(text: string, button: EventTarget | null): Promise<void> {
    const isCopied = await copyText(text, button);
    this.copied = isCopied ? text : undefined;
    this.#say(isCopied ? "Copied." : "The browser refused to copy. The text is selected: copy it by keyboard.");
  }

  #onKeydown = (event: KeyboardEvent): void => {
    if (event.key !== "/" || isTyping(event)) return;
    settle(event);
    this.tab = "scenarios";
    void this.#focus("#search");
  };

  async #focus(selector: string): Promise<void> {
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>(selector)?.focus();
  }

  #onTabKeydown = (event: KeyboardEvent): void => {
    const index = tabs.indexOf(this.tab);
    const steps: Record<string, number> = { ArrowLeft: index - 1, ArrowRight: index + 1, Home: 0, End: -1 };
    const step = steps[event.key];
    if (step === undefined) return;
    settle(event);
    this.tab = tabs.at(step % tabs.length) ?? this.tab;
    void this.#focus(`#tab-${this.tab}`);
  };

  #onListKeydown = (event: KeyboardEvent): void => {
    const { key } = event;
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    const to = this.#destination(key, isTyping(event));
    const row = to === undefined ? undefined : this.#shown[Math.max(0, Math.min(to, this.#shown.length - 1))];
    if (row) {
      settle(event);
      this.#select(row.id);
    } else if (key === "Enter") {
      settle(event);
      if (this.#shown.some(({ id }) => id === this.selected)) this.#activate(event.shiftKey ? "once" : "use");
    } else if (key === "Escape" && isFiltering(this.filter)) {
      settle(event);
      this.#setFilter(noFilter);
    } else if (!isTyping(event) && /^[^\s/]$/.test(key)) {
      // What is typed over the list goes on in the filter: the browser puts it where the focus is by then.
      event.stopPropagation();
      this.renderRoot.querySelector<HTMLInputElement>("#search")?.focus();
    }
  };

  #destination(key: string, isInput: boolean): number | undefined {
    const at = this.#shown.findIndex(({ id }) => id === this.selected);
    if (key === "ArrowDown") return at + 1;
    if (key === "ArrowUp") return at - 1;
    if (key === "PageDown") return at + page;
    if (key === "PageUp") return at - page;
    if (isInput) return undefined;
    if (key === "Home") return 0;
    return key === "End" ? this.#shown.length - 1 : undefined;
  }

  /** Scrolls the list alone: the page around it stays where it is. */
  #reveal(): void {
    const option = this.renderRoot.querySelector<HTMLElement>('[role="option"][aria-selected="true"]');
    const list = option?.closest<HTMLElement>(".list");
    if (!option || !list) return;
    const { top, bottom } = option.getBoundingClientRect();
    const frame = list.getBoundingClientRect();
    const above = frame.top + option.offsetHeight - top;
    if (above > 0) list.scrollTop -= above;
    else if (bottom > frame.bottom) list.scrollTop += bottom - frame.bottom;
  }
}

/** Keeps a key that did something here from the page around, which may have shortcuts of its own. */
function settle(event: Event): void {
  event.preventDefault();
  event.stopPropagation();
}

function isTyping({ target }: Event): boolean {
  return target instanceof HTMLElement && target.matches("input, textarea, select");
}

declare global {
  interface HTMLElementTagNameMap {
    "auth0-scenarios": Auth0Scenarios;
  }
}

/** Makes `<auth0-scenarios>` known to the page, once. */
export function defineAuth0Scenarios(): void {
  if (!customElements.get("auth0-scenarios")) customElements.define("auth0-scenarios", Auth0Scenarios);
}

import { type CSSResult, html, LitElement, nothing, type PropertyValues, type TemplateResult } from "lit";
import { keyed } from "lit/directives/keyed.js";
import { type Endpoint, endpoints, paths } from "../../scenarios/types.ts";
import { Announcer, describeChanges } from "./announcement.ts";
import { baseStyles } from "./base-styles.ts";
import { callList, callStyles } from "./call-list.ts";
import { copyableStyles, type Copying, copyText } from "./copyable.ts";
import { editStyles } from "./edit-form.ts";
import { type Edit, noEdit, toActivation, toEdit } from "./edit.ts";
import { filterStyles } from "./filter-bar.ts";
import { type Filter, filterRows, isFiltering, noFilter, statusesIn } from "./filter.ts";
import { inboxList, inboxStyles } from "./inbox-list.ts";
import { consume, isTyping, ListNavigation } from "./list-navigation.ts";
import { icon, markStyles } from "./marks.ts";
import { messageStyles } from "./message-view.ts";
import { actionEvent, type PanelAction, type PanelModel } from "./model.ts";
import { nowBar, nowStyles } from "./now-bar.ts";
import { type Row, rowsOf } from "./row.ts";
import { detailStyles, scenarioDetail } from "./scenario-detail.ts";
import { listStyles, scenarioList } from "./scenario-list.ts";
import { type Tab, tabBar, tabStyles } from "./tab-bar.ts";
import { theme } from "./theme.ts";

/**
 * The switcher. It shows a `model` and requests changes with `auth0-action` events. The owner of the mock responds
 * with a new `model`, or with an `error` to show.
 */
export class Auth0Scenarios extends LitElement {
  static override readonly styles: CSSResult[] = [
    theme,
    baseStyles,
    markStyles,
    nowStyles,
    tabStyles,
    filterStyles,
    listStyles,
    detailStyles,
    editStyles,
    messageStyles,
    copyableStyles,
    callStyles,
    inboxStyles,
  ];

  static override readonly properties = {
    model: { attribute: false },
    error: {},
    tab: { state: true },
    filter: { state: true },
    edits: { state: true },
    copied: { state: true },
  };

  /** What to show. Undefined until a page connects. */
  declare model: PanelModel | undefined;
  /** An error message to show. */
  declare error: string | undefined;

  declare private tab: Tab;
  declare private filter: Filter;
  declare private edits: Readonly<Record<string, Edit>>;
  declare private copied: string | undefined;

  #rows: readonly Row[] = [];
  readonly #announcer = new Announcer(this);
  readonly #navigation = new ListNavigation(this, {
    rows: () => this.#shown,
    onActivate: (type) => this.#activate(type),
    onEscape: () => this.#clearFilter(),
  });

  constructor() {
    super();
    this.tab = "scenarios";
    this.filter = noFilter;
    this.edits = {};
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    // Private properties, which are not part of Lit's type.
    const names: ReadonlyMap<PropertyKey, unknown> = changed;
    if (names.has("tab") || names.has("filter")) this.#navigation.reveal();
    if (!changed.has("model") || !this.model) return;
    const before = changed.get("model");
    this.#rows = rowsOf(this.model);
    this.#navigation.update(this.#rows, this.model.active, before?.active);
    this.#showOptions(this.model, before);
    for (const change of before ? describeChanges(before, this.model) : []) this.#announcer.announce(change);
  }

  protected override render(): TemplateResult {
    const { model, error } = this;
    return html`<section class="panel" aria-label="Auth0 scenarios" @keydown=${this.#onKeydown}>
      ${
        error === undefined || error === ""
          ? nothing
          : html`<p class="alert" role="alert">${icon("alert")} <span>${error}</span></p>`
      }
      ${model ? this.#body(model) : html`<p class="empty">Waiting for a page that uses auth0-msw.</p>`}
      ${this.#announcer.render()}
    </section>`;
  }

  #body(model: PanelModel): TemplateResult {
    const { tab } = this;
    return html`${nowBar({
        rows: this.#rows,
        active: model.active,
        options: model.options,
        onShow: (id) => this.#show(id),
        onReset: () => this.#reset(),
      })}
      ${tabBar({
        selected: tab,
        counts: { scenarios: model.scenarios.length, calls: model.calls.length, inbox: model.messages.length },
        onSelect: (selected) => (this.tab = selected),
        onMove: (selected) => {
          this.tab = selected;
          void this.#focus(`#tab-${selected}`);
        },
      })}
      <div id="view" class="view" data-tab=${tab} role="tabpanel" aria-labelledby="tab-${tab}">
        ${this.#view(model)}
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
      selected: this.#navigation.selected,
      active: model.active,
      onFilter: (filter) => this.#setFilter(filter),
      onClear: () => {
        this.#clearFilter();
        void this.#focus("#search");
      },
      onSelect: (id) => this.#navigation.select(id),
      onUse: () => this.#activate("use"),
      onKeydown: this.#navigation.onKeydown,
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

  /** Puts the options of a scenario into its form when it is switched on, here or elsewhere. */
  #showOptions(model: PanelModel, before: PanelModel | undefined): void {
    for (const endpoint of endpoints) {
      const switched = ({ active, options }: PanelModel): string =>
        JSON.stringify([active[endpoint], options[endpoint]]);
      if (before && switched(before) === switched(model)) continue;
      const row = this.#rows.find(({ id }) => id === model.active[endpoint]);
      if (row) this.edits = { ...this.edits, [row.id]: toEdit(row, model.options[endpoint] ?? {}) };
    }
  }

  get #shown(): readonly Row[] {
    return filterRows(this.#rows, this.filter);
  }

  get #selectedRow(): Row | undefined {
    return this.#rows.find(({ id }) => id === this.#navigation.selected);
  }

  #show(id: string): void {
    this.tab = "scenarios";
    void this.#focus("#list");
    if (!this.#shown.some((row) => row.id === id)) this.filter = noFilter;
    this.#navigation.select(id);
  }

  #setFilter(filter: Filter): void {
    this.filter = filter;
    const shown = this.#shown;
    this.#announcer.announce(shown.length === 1 ? "1 scenario." : `${shown.length} scenarios.`);
    const [first] = shown;
    if (first && !shown.some(({ id }) => id === this.#navigation.selected)) this.#navigation.select(first.id);
  }

  /** Returns whether there was a filter. */
  #clearFilter(): boolean {
    if (!isFiltering(this.filter)) return false;
    this.#setFilter(noFilter);
    return true;
  }

  #activate(type: "use" | "once"): void {
    const row = this.#selectedRow;
    if (!row || this.renderRoot.querySelector("form")?.reportValidity() === false) return;
    if (type === "use") this.#navigation.follow();
    else this.#navigation.select(row.id);
    // A switch is announced when the model changes.
    if (type === "once") this.#announcer.announce(`${row.name} is set for the next request only.`);
    else if (this.model?.active[row.endpoint] === row.id) this.#announcer.announce(`${row.name} is active.`);
    this.#dispatch({ type, activation: toActivation(row, this.edits[row.id] ?? noEdit) });
  }

  #reset(endpoint?: Endpoint): void {
    this.#announcer.announce(endpoint ? `${paths[endpoint]} is reset.` : "Everything is reset.");
    this.#dispatch({ type: "reset", ...(endpoint && { endpoint }) });
  }

  #dispatch(action: PanelAction): void {
    this.dispatchEvent(new CustomEvent(actionEvent, { detail: action, bubbles: true, composed: true }));
  }

  async #copy(text: string, button: EventTarget | null): Promise<void> {
    const isCopied = await copyText(text, button);
    this.copied = isCopied ? text : undefined;
    this.#announcer.announce(
      isCopied ? "Copied." : "The browser blocked copying. The text is selected: copy it with the keyboard.",
    );
  }

  #onKeydown = (event: KeyboardEvent): void => {
    if (event.key !== "/" || isTyping(event)) return;
    consume(event);
    this.tab = "scenarios";
    void this.#focus("#search");
  };

  async #focus(selector: string): Promise<void> {
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>(selector)?.focus();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "auth0-scenarios": Auth0Scenarios;
  }
}

/** Registers `<auth0-scenarios>`, unless it already is. */
export function defineAuth0Scenarios(): void {
  if (!customElements.get("auth0-scenarios")) customElements.define("auth0-scenarios", Auth0Scenarios);
}

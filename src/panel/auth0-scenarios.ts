import { type CSSResult, html, LitElement, nothing, type PropertyValues, type TemplateResult } from "lit";
import { type Endpoint, endpoints, paths } from "../../scenarios/types.ts";
import type { CallRecord } from "../engine/call.ts";
import { createTabStorage } from "../worker/tab-storage.ts";
import { Announcer, describeChanges } from "./announcement.ts";
import { baseStyles } from "./base-styles.ts";
import { answerOrUse } from "./answer-or-use.ts";
import { AnswerEditor } from "./answer-editor.ts";
import { CallList, callStyles } from "./call-list.ts";
import { copyableStyles, type Copying, copyText } from "./copyable.ts";
import { editStyles } from "./edit-form.ts";
import { type Edit, noEdit, toActivation, toEdit } from "./edit.ts";
import { filterStyles } from "./filter-bar.ts";
import { FlowBuilder, flowStyles } from "./flow-builder.ts";
import { requestBars, requestHint, requestStyles } from "./request-bar.ts";
import { mergedScenarios, type Selection, trimmed } from "./selection.ts";
import { nextFailure } from "./stepping.ts";
import { tenantList, tenantStyles } from "./tenant-list.ts";
import { whenOf } from "./when.ts";
import { countScenarios, type Filter, filterRows, isFiltering, noFilter, statusesIn } from "./filter.ts";
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
    requestStyles,
    flowStyles,
    tenantStyles,
  ];

  static override readonly properties = {
    model: { attribute: false },
    error: {},
    tab: { state: true },
    filter: { state: true },
    edits: { state: true },
    copied: { state: true },
    linkTo: { attribute: false },
  };

  /** What to show. Undefined until a page connects. */
  declare model: PanelModel | undefined;
  /** An error message to show. */
  declare error: string | undefined;
  /** The link that switches a selection on in this page. */
  declare linkTo: (selection: Selection) => string;

  declare private tab: Tab;
  declare private filter: Filter;
  declare private edits: Readonly<Record<string, Edit>>;
  declare private copied: string | undefined;

  #rows: readonly Row[] = [];
  /** The row in the details, to scroll them up for another one. */
  #detailed = "";
  readonly #announcer = new Announcer(this);
  readonly #calls = new CallList(this);
  readonly #editor = new AnswerEditor(this);
  readonly #flow = new FlowBuilder(
    this,
    createTabStorage(() => {}, "localStorage"),
  );
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
    this.linkTo = () => "";
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    // Private properties, which are not part of Lit's type.
    const names: ReadonlyMap<PropertyKey, unknown> = changed;
    if (names.has("tab") || names.has("filter")) this.#navigation.reveal();
    if (!changed.has("model") || !this.model) return;
    const last = changed.get("model");
    const before = last?.storyId === this.model.storyId ? last : undefined;
    if (last && !before) {
      this.#navigation.restart();
      this.edits = {};
    }
    this.#rows = rowsOf(this.model);
    this.#editor.update(this.model, (this.error ?? "") !== "");
    this.#navigation.update(this.#rows, this.model.active, before?.active);
    this.#showOptions(this.model, before);
    for (const change of before ? describeChanges(before, this.model) : []) this.#announcer.announce(change);
  }

  protected override updated(): void {
    const { selected } = this.#navigation;
    if (this.#detailed === selected) return;
    this.#detailed = selected;
    for (const part of this.renderRoot.querySelectorAll(".detail, .part")) part.scrollTop = 0;
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
    return html`<div class="head">
        ${nowBar({
          rows: this.#rows,
          model,
          onShow: (id) => this.#show(id),
          onStep: (step) => this.#step(model, step),
          onReset: () => this.#reset(),
        })}
        ${tabBar({
          selected: tab,
          counts: {
            scenarios: model.scenarios.length,
            calls: this.#calls.left(model.calls).length,
            inbox: model.messages.length,
          },
          onSelect: (selected) => (this.tab = selected),
          onMove: (selected) => {
            this.tab = selected;
            void this.#focus(`#tab-${selected}`);
          },
        })}
      </div>
      ${requestBars({
        model,
        onSend: (id) => this.#dispatch({ type: "send", id }),
        onHold: (endpoint, hold) => this.#dispatch({ type: "hold", endpoint, hold }),
        onUse: (id) => this.#use({ activations: [id] }),
        onRelease: (endpoint, n) => {
          // The bar with the button disappears.
          void this.#focus("#list");
          this.#dispatch({ type: "answer", endpoint, n });
        },
      })}
      <div id="view" class="view" data-tab=${tab} role="tabpanel" aria-labelledby="tab-${tab}">
        ${this.#view(model)}
      </div>`;
  }

  #view(model: PanelModel): TemplateResult {
    const { copied, tab } = this;
    const copying: Copying = { copied, copy: (text, event) => void this.#copy(text, event.currentTarget) };
    const onShow = (id: string): void => this.#show(id);
    if (tab === "calls") {
      const onResend = ({ endpoint, n }: CallRecord): void => this.#dispatch({ type: "resend", endpoint, n });
      return this.#calls.render({ calls: model.calls, onShow, onResend, onCopy: copying.copy });
    }
    if (tab === "inbox") return inboxList(model.messages, copying);
    if (tab === "tenant") {
      const { tenant } = model;
      return tenantList({ tenant, copying, onShow, onUnlock: () => this.#dispatch({ type: "unlock" }) });
    }
    return html`${this.#list(model)} ${tab === "flow" ? this.#flowView(model, copying) : this.#detail(model, copying)}`;
  }

  #list(model: PanelModel): TemplateResult {
    return scenarioList({
      model,
      all: this.#rows,
      rows: this.#shown,
      statuses: statusesIn(this.#rows),
      filter: this.filter,
      selected: this.#navigation.selected,
      onFilter: (filter) => this.#setFilter(filter),
      onClear: () => {
        this.#clearFilter();
        void this.#focus("#search");
      },
      onPick: (id) => {
        this.#navigation.select(id);
        this.#activate("use");
      },
      onKeydown: this.#navigation.onKeydown,
    });
  }

  #detail(model: PanelModel, copying: Copying): unknown {
    const row = this.#selectedRow;
    if (!row) return nothing;
    const { id, endpoint } = row;
    return scenarioDetail({
      row,
      when: whenOf(model, row),
      hint: requestHint(model, row, () => this.#dispatch({ type: "send", id })),
      edit: this.edits[id] ?? noEdit,
      copying,
      linkTo: this.#linkTo,
      isHeld: model.switches[endpoint].held.length > 0,
      editor: this.#editor,
      onEdit: (edit) => (this.edits = { ...this.edits, [id]: edit }),
      onActivate: (type) => this.#activate(type),
      onSelection: (selection) => this.#use(selection),
      onHold: () => this.#dispatch({ type: "hold", endpoint, hold: true }),
      onSend: () => this.#dispatch({ type: "send", id }),
      onReset: () => this.#reset(endpoint),
    });
  }

  #flowView(model: PanelModel, copying: Copying): TemplateResult {
    return this.#flow.render({
      model,
      rows: this.#rows,
      copying,
      linkTo: this.#linkTo,
      onRun: (selection) => this.#use(selection),
      announce: (text) => this.#announcer.announce(text),
      onProblem: (text) => (this.error = text),
    });
  }

  /** The link that switches a selection on, with the custom scenarios that it needs. */
  #linkTo = (selection: Selection): string => this.linkTo(trimmed({ ...selection, scenarios: this.model?.made ?? {} }));

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
    const count = countScenarios(shown);
    this.#announcer.announce(count === 1 ? "1 scenario." : `${count} scenarios.`);
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
    if (!row || !this.model || this.renderRoot.querySelector<HTMLFormElement>("form.edit")?.reportValidity() === false)
      return;
    const activation = toActivation(row, this.edits[row.id] ?? noEdit);
    const isHeld = this.model.switches[row.endpoint].held.length > 0;
    if (isHeld) this.#use({ activations: [activation] });
    else if (this.tab === "flow") {
      this.#flow.add(activation);
      this.#announcer.announce(`${row.title} is step ${this.#flow.length}.`);
    } else if (type === "once") {
      this.#navigation.select(row.id);
      // A switch is announced when the model changes.
      this.#announcer.announce(`${row.title} is set for the next request only.`);
      this.#dispatch({ type, activation });
    } else {
      if (this.model.active[row.endpoint] === row.id) this.#announcer.announce(`${row.title} is active.`);
      this.#use({ activations: [activation] });
    }
  }

  /** Switches on a selection, or answers the request that waits with it. */
  #use(selection: Selection): void {
    const scenarios = mergedScenarios(this.model?.made, selection.scenarios);
    const action = answerOrUse(this.model, trimmed({ ...selection, scenarios }));
    if (action.type === "use") this.#navigation.follow();
    else void this.#focus("#list");
    this.#dispatch(action);
  }

  #step(model: PanelModel, step: 1 | -1): void {
    this.#use({ activations: [nextFailure(model, step)] });
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
    if (this.tab !== "flow") this.tab = "scenarios";
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

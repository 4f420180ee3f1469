import { html, nothing, type TemplateResult } from "lit";
import { endpoints, type Endpoint, type Evidence, paths } from "../../scenarios/scenario.ts";
import { type Filter, isFiltering } from "./filter.ts";
import { icon } from "./icon.ts";
import type { Row } from "./row.ts";
import { liveView, statusView } from "./status-view.ts";

export interface ListProps {
  /** The lines that the filter leaves. */
  readonly rows: readonly Row[];
  /** What the status filter offers. */
  readonly statuses: readonly string[];
  readonly filter: Filter;
  readonly selected: string;
  readonly active: Readonly<Record<Endpoint, string>>;
  readonly onFilter: (filter: Filter) => void;
  readonly onClear: () => void;
  readonly onSelect: (id: string) => void;
  readonly onUse: () => void;
  readonly onKeydown: (event: KeyboardEvent) => void;
}

const evidences: readonly Evidence[] = ["documented", "observed", "inferred"];

/** The catalog as a list, with its filter. */
export function scenarioList(props: ListProps): TemplateResult {
  const { rows, onClear } = props;
  return html`<div class="list-pane">
    ${filterBar(props)}
    <div
      id="list"
      class="list"
      role="listbox"
      aria-label="Scenarios"
      aria-describedby="keys"
      aria-activedescendant=${activeDescendant(props)}
      tabindex="0"
      ?hidden=${rows.length === 0}
      @keydown=${props.onKeydown}
    >
      ${endpoints.map((endpoint) => group(endpoint, props))}
    </div>
    ${
      rows.length > 0
        ? nothing
        : html`<p class="empty">
            No scenario matches.
            <button type="button" class="link" @click=${onClear}>Clear the filter</button>
          </p>`
    }
    <p id="keys" class="keys">
      <span><kbd>↑</kbd><kbd>↓</kbd> choose</span> <span><kbd>Enter</kbd> use</span>
      <span><kbd>Shift Enter</kbd> once</span> <span><kbd>/</kbd> filter</span> <span><kbd>Esc</kbd> clear</span>
    </p>
  </div>`;
}

function filterBar(props: ListProps): TemplateResult {
  const { rows, statuses, filter, onFilter, onClear, onKeydown } = props;
  return html`<div class="filter" role="search" aria-label="Filter the scenarios">
    <div class="search">
      ${icon("search")}
      <input
        id="search"
        type="text"
        role="combobox"
        aria-label="Filter by text"
        aria-autocomplete="list"
        aria-expanded=${rows.length > 0}
        aria-controls="list"
        aria-activedescendant=${activeDescendant(props)}
        placeholder="Filter"
        autocomplete="off"
        autocapitalize="none"
        spellcheck="false"
        .value=${filter.text}
        @input=${(event: Event) => onFilter({ ...filter, text: valueOf(event) })}
        @keydown=${onKeydown}
      />
      ${
        isFiltering(filter)
          ? html`<span class="count" aria-hidden="true">${rows.length}</span>
              <button type="button" class="icon-button" aria-label="Clear the filter" @click=${onClear}>
                ${icon("clear")}
              </button>`
          : nothing
      }
    </div>
    ${select("Endpoint", filter.endpoint, endpoints, (value) => onFilter({ ...filter, endpoint: value as Endpoint }))}
    ${select("Status", filter.status, statuses, (status) => onFilter({ ...filter, status }))}
    ${select("Evidence", filter.evidence, evidences, (value) => onFilter({ ...filter, evidence: value as Evidence }))}
  </div>`;
}

function select(
  name: string,
  chosen: string,
  values: readonly string[],
  onChange: (value: string) => void,
): TemplateResult {
  return html`<select
    aria-label=${name}
    data-set=${chosen !== ""}
    @change=${(event: Event) => onChange(valueOf(event))}
  >
    <option value="" .selected=${chosen === ""}>${name}</option>
    ${values.map((value) => html`<option value=${value} .selected=${value === chosen}>${value}</option>`)}
  </select>`;
}

function valueOf({ target }: Event): string {
  return (target as HTMLInputElement | HTMLSelectElement).value;
}

function group(endpoint: Endpoint, props: ListProps): TemplateResult | typeof nothing {
  const rows = props.rows.filter((row) => row.endpoint === endpoint);
  if (rows.length === 0) return nothing;
  return html`<div role="group" aria-labelledby="group-${endpoint}">
    <div id="group-${endpoint}" class="group-name" role="presentation">
      <span class="method">POST</span> ${paths[endpoint]}
    </div>
    ${rows.map((row) => option(row, props))}
  </div>`;
}

function option(row: Row, { selected, active, onSelect, onUse }: ListProps): TemplateResult {
  const { id, name, endpoint, scenario } = row;
  const isActive = active[endpoint] === id;
  return html`<div
    id=${optionId(id)}
    class="option"
    role="option"
    aria-selected=${id === selected}
    data-active=${isActive}
    @click=${() => onSelect(id)}
    @dblclick=${onUse}
  >
    ${scenario ? statusView(scenario.status) : liveView()}
    <span class=${scenario ? "name" : "tenant"}>${scenario ? name : "the tenant answers"}</span>
    ${isActive ? html`<span class="on">on</span>` : nothing}
    ${
      scenario
        ? html`<span class="evidence" data-evidence=${scenario.evidence} title=${scenario.evidence}>
            <span>${scenario.evidence}</span>
          </span>`
        : nothing
    }
  </div>`;
}

/** The id of an option inside the shadow tree. */
function optionId(id: string): string {
  return `option-${encodeURIComponent(id)}`;
}

function activeDescendant({ rows, selected }: ListProps): string | typeof nothing {
  return rows.some(({ id }) => id === selected) ? optionId(selected) : nothing;
}

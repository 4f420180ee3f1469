import { css, type CSSResult, html, nothing, type TemplateResult } from "lit";
import { type Endpoint, endpoints, type Evidence } from "../../scenarios/types.ts";
import { type Filter, isFiltering } from "./filter.ts";
import { iconButton } from "./buttons.ts";
import { icon } from "./marks.ts";

/** Styles of the filter. */
export const filterStyles: CSSResult = css`
  .filter {
    display: grid;
    flex: none;
    grid-template-columns: minmax(0, 2fr) repeat(3, minmax(0, 1fr)) auto;
    gap: 0.3em;
    padding: 0.25em 0.4em;
    border-bottom: 1px solid var(--line);
  }

  .filter select {
    padding: 0;
    font-size: 0.9231em;
  }

  .search {
    display: flex;
    align-items: center;
    min-width: 0;
    padding: 0 0.25em 0 0.5em;
    border: 1px solid var(--border);
    border-radius: 5px;
    color: var(--quiet);
  }

  @container list (max-width: 21em) {
    .filter {
      grid-template-columns: repeat(3, minmax(0, 1fr)) auto;
    }

    .search {
      grid-column: 1 / -1;
    }
  }

  .search:focus-within {
    outline: 2px solid var(--accent);
    outline-offset: 1px;
  }

  .search input {
    flex: 1;
    border: 0;
    outline: 0;
    background: none;
    color: var(--ink);
  }

  .search .count {
    padding-inline: 0.25em;
    white-space: nowrap;
  }

  .filter :is(.search, select, .icon-button) {
    min-height: 1.8462em;
    height: 1.8462em;
  }

  .filter input {
    min-height: 0;
    padding-block: 0;
  }

  @media (hover: none) {
    .filter :is(.search, select, .icon-button) {
      height: 2.4em;
    }
  }
`;

export interface FilterProps {
  readonly filter: Filter;
  /** How many scenarios match. */
  readonly count: number;
  /** The options of the status filter. */
  readonly statuses: readonly string[];
  /** The id of the selected option of the list, or nothing. */
  readonly activeDescendant: string | typeof nothing;
  readonly onFilter: (filter: Filter) => void;
  readonly onClear: () => void;
  readonly onKeydown: (event: KeyboardEvent) => void;
}

const keys = "↑ ↓ look, Enter use, Shift+Enter once, / filter, Escape clear";

const evidences: readonly Evidence[] = ["documented", "observed", "inferred"];

/** The fields that filter the list of scenarios. */
export function filterBar(props: FilterProps): TemplateResult {
  const { filter, count, statuses, activeDescendant, onFilter, onClear, onKeydown } = props;
  return html`<div class="filter" role="search" aria-label="Filter the scenarios">
    <div class="search">
      ${icon("search")}
      <input
        id="search"
        type="text"
        role="combobox"
        aria-label="Filter by text"
        aria-autocomplete="list"
        aria-expanded=${count > 0}
        aria-controls="list"
        aria-activedescendant=${activeDescendant}
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
          ? html`<span class="count" aria-hidden="true">${count}</span>
              ${iconButton("clear", "Clear the filter", onClear)}`
          : nothing
      }
    </div>
    ${select("Endpoint", filter.endpoint, endpoints, (value) => onFilter({ ...filter, endpoint: value as Endpoint }))}
    ${select("Status", filter.status, statuses, (status) => onFilter({ ...filter, status }))}
    ${select("Evidence", filter.evidence, evidences, (value) => onFilter({ ...filter, evidence: value as Evidence }))}
    <span class="icon-button" title=${keys} aria-hidden="true">${icon("help")}</span>
    <span id="keys" class="visually-hidden">${keys}</span>
  </div>`;
}

function select(
  name: string,
  selected: string,
  values: readonly string[],
  onChange: (value: string) => void,
): TemplateResult {
  return html`<select
    aria-label=${name}
    data-set=${selected !== ""}
    @change=${(event: Event) => onChange(valueOf(event))}
  >
    <option value="" .selected=${selected === ""}>${name}</option>
    ${values.map((value) => html`<option value=${value} .selected=${value === selected}>${value}</option>`)}
  </select>`;
}

function valueOf({ target }: Event): string {
  return (target as HTMLInputElement | HTMLSelectElement).value;
}

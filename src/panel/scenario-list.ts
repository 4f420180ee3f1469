import { css, type CSSResult, html, nothing, type TemplateResult } from "lit";
import { type Endpoint, endpoints, paths } from "../../scenarios/types.ts";
import { filterBar, type FilterProps } from "./filter-bar.ts";
import { liveView, statusView } from "./marks.ts";
import type { Row } from "./row.ts";

/** Styles of the list. */
export const listStyles: CSSResult = css`
  .list-pane {
    display: flex;
    flex-direction: column;
    min-width: 0;
    min-height: 0;
    border-bottom: 1px solid var(--line);
    container: list / inline-size;
  }

  .list {
    flex: 1;
    min-height: 0;
    max-height: 15em;
    overflow: auto;
    overscroll-behavior: contain;
    scrollbar-width: thin;
  }

  .list:focus-visible {
    outline-offset: -2px;
  }

  .group-name {
    position: sticky;
    top: 0;
    z-index: 1;
    padding: 0.25em 0.75em;
    border-bottom: 1px solid var(--line);
    background: var(--inset);
    color: var(--quiet);
  }

  .method {
    font-weight: 600;
  }

  .option {
    display: flex;
    gap: 0.6em;
    align-items: center;
    min-height: 2em;
    padding: 0.1em 0.75em 0.1em 0.6em;
    border-left: 3px solid transparent;
    cursor: default;
  }

  .option:hover {
    background: var(--inset);
  }

  .option[data-active="true"] {
    border-color: var(--accent);
  }

  .option[aria-selected="true"] {
    background: color-mix(in srgb, var(--accent) 13%, var(--paper));
  }

  .option :is(.name, .tenant) {
    flex: 1;
    min-width: 0;
    overflow-wrap: anywhere;
  }

  .option .evidence {
    flex: none;
    color: var(--quiet);
    font-size: 0.8462em;
  }

  .option .evidence::before {
    margin: 0;
  }

  @container list (min-width: 27em) {
    .option .evidence {
      width: 8em;
    }

    .option .evidence::before {
      margin-right: 0.5em;
    }

    .option .evidence span {
      position: static;
      width: auto;
      clip-path: none;
    }
  }

  .keys {
    display: none;
    flex: none;
    flex-wrap: wrap;
    gap: 0.25em 0.9em;
    padding: 0.4em 0.75em;
    border-block-start: 1px solid var(--line);
    color: var(--quiet);
    font-size: 0.8462em;
  }

  kbd {
    padding: 0 0.3em;
    border: 1px solid var(--line);
    border-radius: 3px;
    background: var(--inset);
    font-family: var(--mono);
    line-height: 1.3;
  }

  .option .evidence span {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }

  @container panel (min-width: 640px) {
    .list-pane {
      border-bottom: 0;
      border-right: 1px solid var(--line);
    }

    .list {
      max-height: none;
    }

    .keys {
      display: flex;
    }
  }

  @media (forced-colors: active) {
    .option[aria-selected="true"] {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }
  }
`;

export interface ListProps extends Omit<FilterProps, "count" | "activeDescendant"> {
  /** The rows that match the filter. */
  readonly rows: readonly Row[];
  readonly selected: string;
  readonly active: Readonly<Record<Endpoint, string>>;
  readonly onSelect: (id: string) => void;
  readonly onUse: () => void;
}

/** The filter and the list of scenarios. */
export function scenarioList(props: ListProps): TemplateResult {
  const { rows, onClear } = props;
  return html`<div class="list-pane">
    ${filterBar({ ...props, count: rows.length, activeDescendant: activeDescendant(props) })}
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
      <span><kbd>↑</kbd><kbd>↓</kbd> select</span> <span><kbd>Enter</kbd> use</span>
      <span><kbd>Shift Enter</kbd> once</span> <span><kbd>/</kbd> filter</span> <span><kbd>Esc</kbd> clear</span>
    </p>
  </div>`;
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

/** The element id of an option. */
function optionId(id: string): string {
  return `option-${encodeURIComponent(id)}`;
}

function activeDescendant({ rows, selected }: ListProps): string | typeof nothing {
  return rows.some(({ id }) => id === selected) ? optionId(selected) : nothing;
}

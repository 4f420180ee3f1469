import { css, type CSSResult, html, nothing, type TemplateResult } from "lit";
import { type Endpoint, endpoints, paths } from "../../scenarios/types.ts";
import { linkButton } from "./buttons.ts";
import { countScenarios } from "./filter.ts";
import { filterBar, type FilterProps } from "./filter-bar.ts";
import { icon, liveView, statusView, whenView } from "./marks.ts";
import type { PanelModel } from "./model.ts";
import type { Row } from "./row.ts";
import { whenOf } from "./when.ts";

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
    max-height: max(15em, 36vh);
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
    display: flex;
    gap: 1em;
    justify-content: space-between;
    padding: 0 0.75em;
    border-bottom: 1px solid var(--line);
    background: var(--inset);
    color: var(--quiet);
    line-height: 1.6;
  }

  .group-name .count {
    font-family: var(--sans);
  }

  .method {
    font-weight: 600;
  }

  .option {
    display: flex;
    gap: 0.6em;
    align-items: center;
    min-height: 1.6154em;
    padding: 0 0.75em 0 0.6em;
    border-left: 3px solid transparent;
    line-height: 1.4;
    cursor: pointer;
  }

  @media (hover: none) {
    .option {
      min-height: 2.4em;
    }
  }

  .option .status {
    line-height: 1.35;
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

  .option .title {
    flex: none;
    max-width: 100%;
    overflow-wrap: anywhere;
  }

  .option .name {
    flex: 1;
    min-width: 0;
    overflow: hidden;
    color: var(--quiet);
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .option .seen {
    flex: none;
    display: grid;
    width: 1.0769em;
    color: var(--success);
  }

  .option[aria-selected="true"] :is(.name, .evidence) {
    color: var(--ink);
  }

  .option .evidence {
    flex: none;
    color: var(--quiet);
    font-size: 0.8462em;
  }

  .option .evidence::before {
    margin: 0;
  }

  @container panel (min-width: 640px) {
    .list-pane {
      border-bottom: 0;
      border-right: 1px solid var(--line);
    }

    .list {
      max-height: none;
    }
  }

  @media (forced-colors: active) {
    .option:not([data-active="true"]) {
      border-color: Canvas;
    }

    .option[aria-selected="true"] {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }
  }
`;

export interface ListProps extends Omit<FilterProps, "count" | "activeDescendant"> {
  readonly model: PanelModel;
  /** All rows. */
  readonly all: readonly Row[];
  /** The rows that match the filter. */
  readonly rows: readonly Row[];
  readonly selected: string;
  readonly onPick: (id: string) => void;
}

/** The filter and the list of scenarios. */
export function scenarioList(props: ListProps): TemplateResult {
  const { rows, onClear } = props;
  return html`<div class="list-pane">
    ${filterBar({ ...props, count: countScenarios(rows), activeDescendant: activeDescendant(props) })}
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
        : html`<p class="empty">No scenario matches. ${linkButton("Clear the filter", "", onClear)}</p>`
    }
  </div>`;
}

function group(endpoint: Endpoint, props: ListProps): TemplateResult | typeof nothing {
  const rows = props.rows.filter((row) => row.endpoint === endpoint);
  if (rows.length === 0) return nothing;
  const documented = props.all.filter((row) => row.endpoint === endpoint && isDocumentedFailure(row));
  const seen = documented.filter(({ id }) => props.model.seen.includes(id));
  return html`<div role="group" aria-labelledby="group-${endpoint}">
    <div class="group-name" role="presentation">
      <span id="group-${endpoint}"><span class="method">POST</span> ${paths[endpoint]}</span>
      <span class="count" title="Documented failures that answered a request">
        ${seen.length} of ${documented.length} seen
      </span>
    </div>
    ${rows.map((row) => option(row, props))}
  </div>`;
}

function isDocumentedFailure({ scenario }: Row): boolean {
  return scenario?.kind === "failure" && scenario.evidence === "documented";
}

function option(row: Row, { model, selected, onPick }: ListProps): TemplateResult {
  const { id, name, title, scenario } = row;
  const when = whenOf(model, row);
  return html`<div
    id=${optionId(id)}
    class="option"
    role="option"
    aria-selected=${id === selected}
    data-active=${when === "on"}
    @click=${() => onPick(id)}
  >
    ${scenario ? statusView(scenario.status) : liveView()}
    <span class="title">${title}</span>
    <span class="name">${scenario ? name : "answers as the service would"}</span>
    ${when ? whenView(when) : nothing}
    <span class="seen"
      >${model.seen.includes(id) ? html`${icon("done")}<span class="visually-hidden">seen</span>` : nothing}</span
    >
    ${
      scenario
        ? html`<span class="evidence" data-evidence=${scenario.evidence} title=${scenario.evidence}>
            <span class="visually-hidden">${scenario.evidence}</span>
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

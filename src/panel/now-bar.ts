import { css, type CSSResult, html, nothing, type TemplateResult } from "lit";
import { type Endpoint, endpoints, paths } from "../../scenarios/types.ts";
import { describeOptions } from "./edit.ts";
import { icon, liveView, statusView } from "./marks.ts";
import type { PanelModel } from "./model.ts";
import { nameOf, type Row } from "./row.ts";

/** Styles of the bar. */
export const nowStyles: CSSResult = css`
  .now {
    display: flex;
    flex: none;
    gap: 0.5em 0.75em;
    align-items: center;
    justify-content: space-between;
    padding: 0.5em 0.75em;
    background: var(--inset);
  }

  .now ul {
    display: flex;
    flex: 1;
    flex-wrap: wrap;
    gap: 0.25em 1.5em;
    min-width: 0;
  }

  .now li {
    display: flex;
    flex-wrap: wrap;
    gap: 0 0.25em;
    align-items: center;
    min-width: 0;
  }

  .now .path {
    color: var(--quiet);
  }

  .now li button {
    display: flex;
    gap: 0.5em;
    align-items: center;
    min-width: 0;
    min-height: 1.9231em;
    padding: 0 0.35em;
    border: 0;
    border-radius: 5px;
    background: none;
    cursor: pointer;
  }

  .now li button:hover {
    background: color-mix(in srgb, var(--ink) 7%, transparent);
  }

  .now .name {
    font-weight: 600;
    overflow-wrap: anywhere;
    text-align: left;
  }
`;

export interface NowProps {
  readonly rows: readonly Row[];
  readonly active: Readonly<Record<Endpoint, string>>;
  readonly options: PanelModel["options"];
  readonly onShow: (id: string) => void;
  readonly onReset: () => void;
}

/** The active scenario of each endpoint. */
export function nowBar({ rows, active, options, onShow, onReset }: NowProps): TemplateResult {
  return html`<div class="now">
    <ul aria-label="Active scenarios">
      ${endpoints.map((endpoint) => {
        const id = active[endpoint];
        const row = rows.find((each) => each.id === id);
        const details = describeOptions(options[endpoint] ?? {});
        return html`<li>
          <span class="path">${paths[endpoint]}</span>
          <button type="button" title="Show ${id}" @click=${() => onShow(id)}>
            ${row?.scenario ? statusView(row.scenario.status) : liveView()}
            ${row?.scenario === null ? "the tenant answers" : html`<span class="name">${nameOf(id)}</span>`}
            ${details === "" ? nothing : html`<span class="quiet">${details}</span>`}
          </button>
        </li>`;
      })}
    </ul>
    <button type="button" class="button" title="Clear all overrides, calls and messages" @click=${onReset}>
      ${icon("reset")} Reset all
    </button>
  </div>`;
}

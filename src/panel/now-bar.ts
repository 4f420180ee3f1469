import { css, type CSSResult, html, nothing, type TemplateResult } from "lit";
import { type Endpoint, endpoints, paths } from "../../scenarios/types.ts";
import { button, iconButton } from "./buttons.ts";
import { describeOptions } from "./edit.ts";
import { liveView, statusView } from "./marks.ts";
import type { PanelModel } from "./model.ts";
import type { Row } from "./row.ts";

/** Styles of the bar. */
export const nowStyles: CSSResult = css`
  .head {
    display: flex;
    flex: none;
    flex-flow: row-reverse wrap;
    gap: 0 1em;
    align-items: end;
    justify-content: flex-end;
    border-bottom: 1px solid var(--line);
    background: var(--inset);
  }

  .now {
    display: flex;
    flex: 1;
    gap: 0.25em 0.75em;
    align-items: center;
    justify-content: space-between;
    min-width: min(100%, 34em);
    padding: 0.2em 0.4em 0.2em 0.75em;
  }

  .now :is(ul, li, .buttons) {
    display: flex;
    flex-wrap: wrap;
    gap: 0 0.25em;
    align-items: center;
    min-width: 0;
  }

  .now ul {
    flex: 1;
    column-gap: 1.5em;
  }

  .now .buttons {
    flex: none;
    gap: 0;
  }

  .now .button {
    min-height: 1.8462em;
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
    text-align: left;
    cursor: pointer;
  }

  .now li button:hover {
    background: color-mix(in srgb, var(--ink) 8%, transparent);
  }
`;

export interface NowProps {
  readonly rows: readonly Row[];
  readonly model: PanelModel;
  readonly onShow: (id: string) => void;
  readonly onStep: (step: 1 | -1) => void;
  readonly onReset: () => void;
}

/** What answers the next request to each endpoint. */
export function nowBar({ rows, model, onShow, onStep, onReset }: NowProps): TemplateResult {
  const { active, options } = model;
  return html`<div class="now">
    <ul aria-label="Active scenarios">
      ${endpoints.map((endpoint) => {
        const id = active[endpoint];
        const row = rows.find((each) => each.id === id);
        const details = [stepOf(model, endpoint), describeOptions(options[endpoint] ?? {})].filter(Boolean);
        return html`<li>
          <span class="path">${paths[endpoint]}</span>
          <button type="button" title="Show ${id}" @click=${() => onShow(id)}>
            ${row?.scenario ? statusView(row.scenario.status) : liveView()}
            ${row?.scenario ? html`<b>${row.title}</b>` : "the demo tenant answers"}
            ${details.length === 0 ? nothing : html`<span class="quiet">${details.join(" · ")}</span>`}
          </button>
        </li>`;
      })}
    </ul>
    <span class="buttons">
      ${iconButton("back", "Previous failure", () => onStep(-1))} ${iconButton("open", "Next failure", () => onStep(1))}
      ${button("Reset all", { onClick: onReset, icon: "reset", title: "Clear all overrides, calls and messages" })}
    </span>
  </div>`;
}

/** Where a sequence is: `step 2 of 4`. */
function stepOf({ switches }: PanelModel, endpoint: Endpoint): string {
  const { queued, steps, next } = switches[endpoint];
  return queued.length === 0 && steps.length > 1 ? `step ${next + 1} of ${steps.length}` : "";
}

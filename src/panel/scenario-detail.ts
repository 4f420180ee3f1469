import { html, nothing, type TemplateResult } from "lit";
import { paths } from "../../scenarios/scenario.ts";
import type { Scenario } from "../scenario.ts";
import { answerView } from "./answer-view.ts";
import { codeLines } from "./code-lines.ts";
import { copyable, type Copying } from "./copyable.ts";
import { type Edit, toActivation } from "./edit.ts";
import { editForm } from "./edit-form.ts";
import { headersView } from "./headers-view.ts";
import { jsonView } from "./json-view.ts";
import type { Row } from "./row.ts";
import { sourceView } from "./source-view.ts";
import { liveView, statusView } from "./status-view.ts";

export interface DetailProps {
  readonly row: Row;
  readonly isActive: boolean;
  readonly edit: Edit;
  readonly copying: Copying;
  readonly onEdit: (edit: Edit) => void;
  readonly onActivate: (type: "use" | "once") => void;
  readonly onReset: () => void;
}

/** One scenario, and everything that can be done with it. */
export function scenarioDetail(props: DetailProps): TemplateResult {
  const { row, isActive, edit } = props;
  const { id, endpoint, scenario } = row;
  return html`<article class="detail" aria-labelledby="detail-name">
    <header>
      <h2 id="detail-name">${scenario ? statusView(scenario.status) : liveView()} <span class="name">${id}</span></h2>
      ${isActive ? html`<span class="on">on</span>` : nothing}
    </header>
    ${actions(props)}
    <p>${scenario?.summary ?? "The live tenant checks each request and answers as the service would."}</p>
    ${
      scenario
        ? html`<p class="small">
            ${sourceView(scenario.evidence, scenario.source)}
            ${scenario.grant ? html`<span class="quiet">· ${grantName(scenario.grant)}</span>` : nothing}
            ${scenario.kind === "failure" ? nothing : html`<span class="quiet">· ${scenario.kind}</span>`}
          </p>`
        : html`<p class="small quiet">${paths[endpoint]} has it unless a scenario is switched on.</p>`
    }
    ${editForm(props)} ${scenario ? answerView(scenario, edit) : nothing} ${codeView(props)}
    ${scenario ? exampleView(scenario) : nothing}
  </article>`;
}

function actions({ row: { endpoint }, onActivate, onReset }: DetailProps): TemplateResult {
  return html`<div class="actions" role="group" aria-label="Switch">
    <button type="button" class="button primary" title="Each request, until changed" @click=${() => onActivate("use")}>
      Use
    </button>
    <button type="button" class="button" title="The next request only" @click=${() => onActivate("once")}>Once</button>
    <button
      type="button"
      class="button"
      aria-label="Reset ${paths[endpoint]}"
      title="The switches and calls of ${paths[endpoint]} begin anew"
      @click=${onReset}
    >
      Reset
    </button>
  </div>`;
}

function grantName(grant: string): string {
  return grant === "all" ? "any grant" : `${grant} grant`;
}

function codeView({ row, edit, copying }: DetailProps): TemplateResult {
  const activation = toActivation(row, edit);
  const isEdited = activation.params !== undefined || activation.delay !== undefined;
  return html`<section aria-labelledby="code-name">
    <h3 id="code-name">The same in code</h3>
    <dl class="lines">
      ${codeLines(activation).map(
        ({ place, code }) =>
          html`<div>
            <dt>${place}</dt>
            <dd>${copyable(`the line for a ${place === "URL" ? place : place.toLowerCase()}`, code, copying)}</dd>
          </div>`,
      )}
    </dl>
    ${isEdited ? html`<p class="small quiet">A URL names the scenario alone: no params, no delay.</p>` : nothing}
  </section>`;
}

function exampleView({ example }: Scenario<string>): TemplateResult {
  return html`<section aria-labelledby="example-name">
    <h3 id="example-name">Example request</h3>
    ${
      example
        ? html`<div class="message">
            <p class="start-line">
              <b>${example.method}</b> ${example.host && `https://${example.host}`}${example.path}
            </p>
            ${headersView(example.headers)} ${example.body === null ? nothing : jsonView(example.body)}
          </div>`
        : html`<p class="quiet">No request provokes it: it only comes when chosen.</p>`
    }
    ${
      example?.tenant
        ? html`<p class="small quiet">With a tenant that has:</p>
            <div class="message">${jsonView(example.tenant)}</div>`
        : nothing
    }
  </section>`;
}

import { css, type CSSResult, html, nothing, type TemplateResult } from "lit";
import { paths } from "../../scenarios/types.ts";
import type { Scenario } from "../catalog/scenario.ts";
import { codeLines } from "./code-lines.ts";
import { copyable, type Copying } from "./copyable.ts";
import { editForm } from "./edit-form.ts";
import { type Edit, filled, toActivation } from "./edit.ts";
import { liveView, sourceView, statusView } from "./marks.ts";
import { headersView, jsonView } from "./message-view.ts";
import type { Row } from "./row.ts";

/** Styles of the details. */
export const detailStyles: CSSResult = css`
  .detail {
    display: grid;
    gap: 0.6em;
    align-content: start;
    min-width: 0;
    padding: 0 0.75em 1.5em;
    scrollbar-width: thin;
  }

  .detail header {
    display: flex;
    gap: 0.6em;
    align-items: center;
    padding-top: 0.75em;
  }

  h2 {
    display: flex;
    gap: 0.5em;
    align-items: start;
    min-width: 0;
    font-size: 1.1539em;
    font-weight: 600;
    line-height: 1.4;
    overflow-wrap: anywhere;
  }

  h2 > :is(.name, .status) {
    font-size: 1em;
  }

  .actions {
    position: sticky;
    top: 0;
    z-index: 1;
    display: flex;
    flex-wrap: wrap;
    gap: 0.4em;
    margin-inline: -0.75em;
    padding: 0.4em 0.75em;
    background: var(--paper);
  }

  .detail > :is(p, form, section) {
    max-width: 64em;
  }

  @container panel (min-width: 640px) {
    .detail {
      padding-inline: 1.25em;
      overflow: auto;
      overscroll-behavior: contain;
    }

    .actions {
      margin-inline: -1.25em;
      padding-inline: 1.25em;
    }
  }
`;

export interface DetailProps {
  readonly row: Row;
  readonly isActive: boolean;
  readonly edit: Edit;
  readonly copying: Copying;
  readonly onEdit: (edit: Edit) => void;
  readonly onActivate: (type: "use" | "once") => void;
  readonly onReset: () => void;
}

/** The details of a scenario, with its actions. */
export function scenarioDetail(props: DetailProps): TemplateResult {
  const { row, isActive, edit } = props;
  const { id, endpoint, scenario } = row;
  return html`<article class="detail" aria-label="Details">
    <header>
      <h2>${scenario ? statusView(scenario.status) : liveView()} <span class="name">${id}</span></h2>
      ${isActive ? html`<span class="on">on</span>` : nothing}
    </header>
    ${actions(props)}
    <p>${scenario?.summary ?? "The live tenant validates each request and answers like the real service."}</p>
    ${
      scenario
        ? html`<p class="small">
            ${sourceView(scenario.evidence, scenario.source)}
            ${scenario.grant ? html`<span class="quiet">· ${grantName(scenario.grant)}</span>` : nothing}
            ${scenario.kind === "failure" ? nothing : html`<span class="quiet">· ${scenario.kind}</span>`}
          </p>`
        : html`<p class="small quiet">The default for ${paths[endpoint]} when no scenario is switched on.</p>`
    }
    ${editForm(props)} ${scenario ? responseView(scenario, edit) : nothing} ${codeView(props)}
    ${scenario ? exampleView(scenario) : nothing}
  </article>`;
}

function actions({ row: { endpoint }, onActivate, onReset }: DetailProps): TemplateResult {
  return html`<div class="actions" role="group" aria-label="Switch">
    <button
      type="button"
      class="button primary"
      title="Every request, until you change it"
      @click=${() => onActivate("use")}
    >
      Use
    </button>
    <button type="button" class="button" title="The next request only" @click=${() => onActivate("once")}>Once</button>
    <button
      type="button"
      class="button"
      aria-label="Reset ${paths[endpoint]}"
      title="Clear the overrides and calls of ${paths[endpoint]}"
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
    <h3 id="code-name">Use in code</h3>
    <dl class="lines">
      ${codeLines(activation).map(
        ({ place, code }) =>
          html`<div>
            <dt>${place}</dt>
            <dd>${copyable(`the line for a ${place === "URL" ? place : place.toLowerCase()}`, code, copying)}</dd>
          </div>`,
      )}
    </dl>
    ${isEdited ? html`<p class="small quiet">A URL sets only the scenario, without params and delay.</p>` : nothing}
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
        : html`<p class="quiet">No request provokes this scenario. Switch it on to get it.</p>`
    }
    ${
      example?.tenant
        ? html`<p class="small quiet">Requires this in the tenant:</p>
            <div class="message">${jsonView(example.tenant)}</div>`
        : nothing
    }
  </section>`;
}

/** The response of a scenario, with the current params. */
function responseView(scenario: Scenario<string>, edit: Edit): TemplateResult {
  const { status, headers } = scenario;
  const shown = Object.entries(headers).map(([name, value]) => [name, filled(value, scenario, edit)] as const);
  return html`<section aria-labelledby="response-name">
    <h3 id="response-name">Response</h3>
    <div class="message">
      <p class="start-line">${statusView(status)} ${scenario.error ?? scenario.kind}</p>
      ${headersView(Object.fromEntries(shown))} ${bodyView(scenario, edit)}
    </div>
  </section>`;
}

function bodyView(scenario: Scenario<string>, edit: Edit): TemplateResult {
  const { body, status } = scenario;
  if (status === null) return html`<p class="quiet">No response arrives.</p>`;
  if (body === null) return html`<p class="quiet">The body is generated for each request.</p>`;
  if (body === "") return html`<p class="quiet">The body is empty.</p>`;
  const json = withDescription(scenario, edit);
  if (json) return jsonView(json);
  const isEdited = Object.keys(edit.params).length > 0;
  return html`${jsonView(body)} ${isEdited ? html`<p class="small quiet">Shown with the default params.</p>` : nothing}`;
}

/** The usual JSON with the description filled in. Undefined if the body is different. */
function withDescription(scenario: Scenario<string>, edit: Edit): Record<string, unknown> | undefined {
  const { body, template, description } = scenario;
  if (template === null || body === null) return undefined;
  try {
    const json = JSON.parse(body) as Record<string, unknown>;
    if (json["error_description"] !== description) return undefined;
    return { ...json, error_description: filled(template, scenario, edit) };
  } catch {
    return undefined;
  }
}

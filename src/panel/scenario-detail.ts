import { css, type CSSResult, html, nothing, type TemplateResult } from "lit";
import { paths } from "../../scenarios/types.ts";
import type { Example, Scenario } from "../catalog/scenario.ts";
import type { AnswerEditor } from "./answer-editor.ts";
import { button } from "./buttons.ts";
import { codeView } from "./code-view.ts";
import type { Copying } from "./copyable.ts";
import { toCurl } from "./curl.ts";
import { editForm } from "./edit-form.ts";
import { type Edit, filled, toActivation } from "./edit.ts";
import { liveView, sourceView, statusView, type When, whenView } from "./marks.ts";
import { headersView, jsonView } from "./message-view.ts";
import type { Row } from "./row.ts";
import type { Selection } from "./selection.ts";

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

  .detail h2 small {
    color: var(--quiet);
    font: 0.9231em var(--mono);
    overflow-wrap: anywhere;
  }

  .part {
    display: grid;
    gap: 0.6em;
    align-content: start;
    min-width: 0;
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

  @container panel (min-width: 1200px) {
    .detail {
      grid-template-rows: minmax(0, 1fr);
      grid-template-columns: 1fr 1fr;
      gap: 0;
      padding: 0;
      overflow: hidden;
    }

    .part {
      padding: 0 1.25em 1em;
      overflow: auto;
      overscroll-behavior: contain;
      scrollbar-width: thin;
    }

    .part + .part {
      border-left: 1px solid var(--line);
    }
  }
`;

export interface DetailProps {
  readonly row: Row;
  readonly when: When | undefined;
  /** What the user can do to see it. */
  readonly hint: unknown;
  readonly edit: Edit;
  readonly copying: Copying;
  readonly linkTo: (selection: Selection) => string;
  /** Whether a request to this endpoint waits for an answer. */
  readonly isHeld: boolean;
  readonly editor: AnswerEditor;
  readonly onEdit: (edit: Edit) => void;
  readonly onActivate: (type: "use" | "once") => void;
  readonly onSelection: (selection: Selection) => void;
  readonly onHold: () => void;
  readonly onSend: () => void;
  readonly onReset: () => void;
}

/** The details of a scenario, with its actions. */
export function scenarioDetail(props: DetailProps): TemplateResult {
  const { row, when, edit, copying, linkTo, editor, onSelection } = props;
  const { id, title, endpoint, scenario } = row;
  return html`<article class="detail" aria-label="Details">
    <div class="part">
      <header>
        <h2>
          ${scenario ? statusView(scenario.status) : liveView()} <span>${title} <small class="name">${id}</small></span>
        </h2>
        ${when ? whenView(when) : nothing}
      </header>
      ${props.hint} ${actions(props)}
      <p>${scenario?.summary ?? "The demo tenant validates each request and answers like the real service."}</p>
      ${
        scenario
          ? html`<p class="small">
              ${sourceView(scenario.evidence, scenario.source)}
              ${scenario.grant ? html`<span class="quiet">· ${grantName(scenario.grant)}</span>` : nothing}
              ${scenario.kind === "failure" ? nothing : html`<span class="quiet">· ${scenario.kind}</span>`}
            </p>`
          : html`<p class="small quiet">The default for ${paths[endpoint]} when no scenario is switched on.</p>`
      }
      ${editForm(props)} ${codeFor(row, edit, linkTo, copying)}
    </div>
    <div class="part">
      ${editor.isOpenFor(row) ? editor.render(copying, onSelection) : scenario ? responseView(scenario, props) : nothing}
      ${scenario ? exampleView(scenario, props) : nothing}
    </div>
  </article>`;
}

function actions({ row: { endpoint }, isHeld, onActivate, onHold, onSend, onReset }: DetailProps): TemplateResult {
  const path = paths[endpoint];
  return html`<div class="actions" role="group" aria-label="Switch">
    ${button(isHeld ? "Answer" : "Use", {
      onClick: () => onActivate("use"),
      title: isHeld ? "Answer the request that waits" : "Every request, until you change it",
      isPrimary: true,
    })}
    ${button("Once", { onClick: () => onActivate("once"), title: "The next request only" })}
    ${button("Hold", { onClick: onHold, title: `The next request to ${path} waits until you choose its answer` })}
    ${button("Send", { onClick: onSend, title: `Send the example request to ${path}` })}
    ${button("Reset", { onClick: onReset, label: `Reset ${path}`, title: `Clear the overrides and calls of ${path}` })}
  </div>`;
}

function codeFor(row: Row, edit: Edit, linkTo: DetailProps["linkTo"], copying: Copying): TemplateResult {
  const selection = { activations: [toActivation(row, edit)] };
  return codeView(selection, linkTo(selection), copying);
}

function grantName(grant: string): string {
  return grant === "all" ? "any grant" : `${grant} grant`;
}

function exampleView({ example }: Scenario<string>, { copying: { copy } }: DetailProps): TemplateResult {
  return html`<section aria-labelledby="example-name">
    <h3 id="example-name">Example request</h3>
    ${
      example
        ? html`<div class="message">
              <p class="start-line">
                <b>${example.method}</b> ${example.host && `https://${example.host}`}${example.path}
              </p>
              ${headersView(example.headers)} ${example.body === null ? nothing : jsonView(example.body)}
            </div>
            <p class="bar">
              ${button("Copy as cURL", {
                onClick: (event) => copy(toCurl({ ...example, url: urlOf(example) }), event),
                icon: "copy",
                title: "For the domain of your own tenant",
              })}
            </p>`
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

function urlOf({ host = "YOUR_DOMAIN", path }: Example): string {
  return `https://${host}${path}`;
}

/** The response of a scenario, with the current params. */
function responseView(scenario: Scenario<string>, { row, edit, editor }: DetailProps): TemplateResult {
  const { status, headers } = scenario;
  const shown = Object.entries(headers).map(([name, value]) => [name, filled(value, scenario, edit)] as const);
  return html`<section aria-labelledby="response-name">
    <h3 id="response-name">Response</h3>
    <div class="message">
      <p class="start-line">${statusView(status)} ${scenario.error ?? scenario.kind}</p>
      ${headersView(Object.fromEntries(shown))} ${bodyView(scenario, edit)}
    </div>
    <p class="bar edit-answer">
      ${button("Edit the answer", { onClick: () => void editor.open(row, edit), title: "Change status, headers and body" })}
    </p>
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

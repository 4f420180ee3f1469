import { html, nothing, type TemplateResult } from "lit";
import type { Scenario } from "../scenario.ts";
import { type Edit, filled } from "./edit.ts";
import { headersView } from "./headers-view.ts";
import { jsonView } from "./json-view.ts";
import { statusView } from "./status-view.ts";

/** What a scenario answers, with the params as they are now. */
export function answerView(scenario: Scenario<string>, edit: Edit): TemplateResult {
  const { status, headers } = scenario;
  const shown = Object.entries(headers).map(([name, value]) => [name, filled(value, scenario, edit)] as const);
  return html`<section aria-labelledby="answer-name">
    <h3 id="answer-name">Answer</h3>
    <div class="message">
      <p class="start-line">${statusView(status)} ${scenario.error ?? scenario.kind}</p>
      ${headersView(Object.fromEntries(shown))} ${bodyView(scenario, edit)}
    </div>
  </section>`;
}

function bodyView(scenario: Scenario<string>, edit: Edit): TemplateResult {
  const { body, status } = scenario;
  if (status === null) return html`<p class="quiet">No answer arrives.</p>`;
  if (body === null) return html`<p class="quiet">The body is generated for each request.</p>`;
  if (body === "") return html`<p class="quiet">The body is empty.</p>`;
  const json = withDescription(scenario, edit);
  if (json) return jsonView(json);
  const isEdited = Object.keys(edit.params).length > 0;
  return html`${jsonView(body)}
  ${isEdited ? html`<p class="small quiet">Shown with the defaults of its params.</p>` : nothing}`;
}

/** The usual JSON with its description filled in, or undefined where the body is another. */
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

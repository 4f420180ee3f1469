import { html, type TemplateResult } from "lit";
import { repeat } from "lit/directives/repeat.js";
import type { CallRecord } from "../call.ts";
import { callKey, outcome } from "./announcement.ts";
import { clock } from "./clock.ts";
import { headersView } from "./headers-view.ts";
import { icon } from "./icon.ts";
import { jsonView } from "./json-view.ts";
import { statusView } from "./status-view.ts";

/** The calls, newest first: what was asked, what was answered, and why. */
export function callList(calls: readonly CallRecord[], onShow: (id: string) => void): TemplateResult {
  if (calls.length === 0) {
    return html`<p class="empty">No calls yet. What the page asks of Auth0 will be listed here, newest first.</p>`;
  }
  return html`<ol class="entries" reversed>
    ${repeat(calls.toReversed(), callKey, (call) => callView(call, onShow))}
  </ol>`;
}

function callView(call: CallRecord, onShow: (id: string) => void): TemplateResult {
  const { n, at, scenario, reason, request, response } = call;
  return html`<li class="entry">
    <details>
      <summary>
        ${icon("open")} ${statusView(response?.status ?? null)} <span class="name">${scenario}</span>
        <span class="quiet reason">${reason}</span>
        <span class="quiet when">#${n} ${clock(at)}</span>
      </summary>
      <div class="exchange">
        <section>
          <h3>Asked</h3>
          <div class="message">
            <p class="start-line"><b>${request.method}</b> ${request.url}</p>
            ${request.body === null ? html`<p class="quiet">No body.</p>` : jsonView(request.body)}
          </div>
        </section>
        <section>
          <h3>Answered</h3>
          <div class="message">${answered(call)}</div>
          <p class="small"><span class="quiet">Why:</span> ${reason}</p>
          <button type="button" class="link" @click=${() => onShow(scenario)}>Show ${scenario}</button>
        </section>
      </div>
    </details>
  </li>`;
}

function answered(call: CallRecord): TemplateResult {
  const { response } = call;
  if (!response || response.status === null)
    return html`<p class="start-line">${statusView(null)} ${outcome(call)}</p>`;
  return html`<p class="start-line">${statusView(response.status)}</p>
    ${headersView(response.headers)}
    ${response.body === "" ? html`<p class="quiet">The body is empty.</p>` : jsonView(response.body)}`;
}

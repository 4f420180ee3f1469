import { css, type CSSResult, html, type TemplateResult } from "lit";
import { repeat } from "lit/directives/repeat.js";
import type { CallRecord } from "../engine/call.ts";
import { callKey, resultOf } from "./announcement.ts";
import { clock, icon, statusView } from "./marks.ts";
import { headersView, jsonView } from "./message-view.ts";

/** Styles of the calls. */
export const callStyles: CSSResult = css`
  summary {
    display: grid;
    grid-template-columns: auto auto minmax(0, 1fr) auto;
    gap: 0 0.6em;
    align-items: center;
    padding: 0.4em 0.75em;
    cursor: pointer;
    list-style: none;
    overflow-wrap: anywhere;
  }

  summary::-webkit-details-marker {
    display: none;
  }

  summary:hover {
    background: var(--inset);
  }

  summary svg {
    color: var(--quiet);
  }

  [open] > summary svg {
    rotate: 90deg;
  }

  summary:focus-visible {
    outline-offset: -2px;
  }

  summary .name {
    grid-column: 3 / -1;
  }

  .reason {
    grid-row: 2;
    grid-column: 3;
  }

  summary .when {
    grid-row: 2;
    grid-column: 4;
  }

  .exchange {
    display: grid;
    gap: 0 0.75em;
    padding: 0 0.75em 0.75em;
  }

  .exchange .small {
    margin-top: 0.5em;
  }

  @container panel (min-width: 640px) {
    .exchange {
      grid-template-columns: 1fr 1fr;
    }
  }

  @container panel (min-width: 900px) {
    summary {
      grid-template-columns: auto auto auto minmax(0, 1fr) auto;
    }

    summary .name {
      grid-column: 3;
    }

    .reason {
      grid-row: 1;
      grid-column: 4;
    }

    summary .when {
      grid-row: 1;
      grid-column: 5;
    }
  }
`;

/** The calls, newest first, with request, response and reason. */
export function callList(calls: readonly CallRecord[], onShow: (id: string) => void): TemplateResult {
  if (calls.length === 0) {
    return html`<p class="empty">No calls yet. Requests from this page are listed here, newest first.</p>`;
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
          <h3>Request</h3>
          <div class="message">
            <p class="start-line"><b>${request.method}</b> ${request.url}</p>
            ${request.body === null ? html`<p class="quiet">No body.</p>` : jsonView(request.body)}
          </div>
        </section>
        <section>
          <h3>Response</h3>
          <div class="message">${responseView(call)}</div>
          <p class="small"><span class="quiet">Why:</span> ${reason}</p>
          <button type="button" class="link" @click=${() => onShow(scenario)}>Show ${scenario}</button>
        </section>
      </div>
    </details>
  </li>`;
}

function responseView(call: CallRecord): TemplateResult {
  const { response } = call;
  if (!response || response.status === null)
    return html`<p class="start-line">${statusView(null)} ${resultOf(call)}</p>`;
  return html`<p class="start-line">${statusView(response.status)}</p>
    ${headersView(response.headers)}
    ${response.body === "" ? html`<p class="quiet">The body is empty.</p>` : jsonView(response.body)}`;
}

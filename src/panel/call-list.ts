import { css, type CSSResult, html, nothing, type ReactiveControllerHost, render, type TemplateResult } from "lit";
import type { CallRecord } from "../engine/call.ts";
import { callKey, resultOf } from "./announcement.ts";
import { button, linkButton } from "./buttons.ts";
import { toCurl } from "./curl.ts";
import { clock, icon, statusView } from "./marks.ts";
import { headersView, jsonView } from "./message-view.ts";
import { wordMatcher } from "./word-matcher.ts";

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

  .calls-bar {
    padding: 0.25em 0.75em;
    border-bottom: 1px solid var(--line);
  }

  .exchange .bar {
    margin-top: 0.4em;
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

export interface CallsProps {
  /** Oldest first. */
  readonly calls: readonly CallRecord[];
  readonly onShow: (id: string) => void;
  readonly onResend: (call: CallRecord) => void;
  readonly onCopy: (text: string, event: Event) => void;
}

/** The calls, newest first, with request, response and reason. The user can filter and clear them. */
export class CallList {
  readonly #host: ReactiveControllerHost;
  #filter = "";
  /** The calls that were cleared, by key. */
  #cleared: ReadonlySet<string> = new Set();
  readonly #list = Object.assign(document.createElement("ol"), { className: "entries", reversed: true });
  /** The element of each call. It stays, so that a call stays open and focused when a new one arrives. */
  #items: ReadonlyMap<string, HTMLLIElement> = new Map();

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
  }

  /** The calls that are not cleared. */
  left(calls: readonly CallRecord[]): readonly CallRecord[] {
    return calls.filter((call) => !this.#cleared.has(callKey(call)));
  }

  render(props: CallsProps): TemplateResult {
    const calls = this.left(props.calls);
    if (calls.length === 0) {
      return html`<p class="empty">No calls yet. Requests from this page are listed here, newest first.</p>`;
    }
    const matches = wordMatcher(this.#filter);
    const shown = calls.filter((call) => matches(JSON.stringify(call)));
    return html`<div class="bar calls-bar" role="search" aria-label="Filter the calls">
        <input
          type="text"
          aria-label="Filter the calls by text"
          placeholder="Filter"
          autocomplete="off"
          spellcheck="false"
          .value=${this.#filter}
          @input=${(event: Event) => this.#update((event.target as HTMLInputElement).value, this.#cleared)}
        />
        <span class="count" role="status">${shown.length} of ${calls.length}</span>
        ${button("Clear", { onClick: () => this.#update("", new Set([...this.#cleared, ...calls.map(callKey)])) })}
      </div>
      ${shown.length > 0 ? nothing : html`<p class="empty">No call matches.</p>`} ${this.#listOf(shown, props)}`;
  }

  #listOf(calls: readonly CallRecord[], props: CallsProps): Element {
    const before = this.#items;
    this.#items = new Map(calls.map((call) => [callKey(call), before.get(callKey(call)) ?? newItem()]));
    for (const [key, item] of before) if (!this.#items.has(key)) item.remove();
    let next: Element | null = null;
    for (const call of calls) {
      const item = this.#items.get(callKey(call));
      if (!item) continue;
      render(callView(call, props), item);
      if (item.parentNode !== this.#list || item.nextSibling !== next) this.#list.insertBefore(item, next);
      next = item;
    }
    return this.#list;
  }

  #update(filter: string, cleared: ReadonlySet<string>): void {
    this.#filter = filter;
    this.#cleared = cleared;
    this.#host.requestUpdate();
  }
}

function callView(call: CallRecord, { onShow, onResend, onCopy }: CallsProps): TemplateResult {
  const { n, at, scenario, reason, request, response, duration } = call;
  return html`<details>
    <summary>
      ${icon("open")} ${statusView(response?.status ?? null)} <span class="name">${scenario}</span>
      <span class="quiet reason">${reason}</span>
      <span class="quiet when">#${n} ${clock(at)} ${durationText(duration)}</span>
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
        <p class="bar">
          ${button("Send again", { onClick: () => onResend(call) })}
          ${button("Copy as cURL", {
            onClick: (event) => onCopy(toCurl({ ...request, headers: jsonType(request.body) }), event),
            icon: "copy",
            title: "Secrets in it are masked",
          })}
          ${linkButton(`Show ${scenario}`, "", () => onShow(scenario))}
        </p>
      </section>
    </div>
  </details>`;
}

function newItem(): HTMLLIElement {
  return Object.assign(document.createElement("li"), { className: "entry" });
}

function durationText(duration: number | null): string {
  return duration === null ? "· pending" : `· ${duration} ms`;
}

/** The log has no request headers. An object was sent as JSON, or reads like it. */
function jsonType(body: unknown): Readonly<Record<string, string>> {
  return typeof body === "object" && body !== null ? { "content-type": "application/json" } : {};
}

function responseView(call: CallRecord): TemplateResult {
  const { response } = call;
  if (!response || response.status === null)
    return html`<p class="start-line">${statusView(null)} ${resultOf(call)}</p>`;
  return html`<p class="start-line">${statusView(response.status)}</p>
    ${headersView(response.headers)}
    ${response.body === "" ? html`<p class="quiet">The body is empty.</p>` : jsonView(response.body)}`;
}

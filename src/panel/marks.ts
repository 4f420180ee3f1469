import { css, type CSSResult, html, type TemplateResult } from "lit";
import type { Evidence } from "../../scenarios/types.ts";

/** Styles of statuses and evidence. */
export const markStyles: CSSResult = css`
  .status {
    --tone: var(--client-error);

    flex: none;
    display: inline-block;
    min-width: 2.75em;
    padding: 0 0.35em;
    border-radius: 4px;
    background: color-mix(in srgb, var(--tone) 9%, var(--paper));
    color: color-mix(in srgb, var(--tone) 85%, var(--ink));
    font-weight: 600;
    font-variant-numeric: tabular-nums;
    line-height: 1.5;
    text-align: center;
  }

  .status[data-class="2"] {
    --tone: var(--success);
  }

  .status[data-class="3"] {
    --tone: var(--redirect);
  }

  .status[data-class="5"] {
    --tone: var(--server-error);
  }

  .status[data-class="none"] {
    --tone: var(--no-answer);
  }

  .status[data-class="live"] {
    --tone: var(--accent);
  }

  .on {
    flex: none;
    padding: 0 0.5em;
    border: 1px solid transparent;
    border-radius: 1em;
    background: color-mix(in srgb, var(--accent) 85%, light-dark(#000, #fff));
    color: var(--on-accent);
    font-size: 0.8462em;
    font-weight: 600;
    line-height: 1.3;
    white-space: nowrap;
  }

  .on[data-when="next"],
  .on[data-when="used"] {
    border-color: var(--border);
    background: var(--paper);
    color: var(--ink);
  }

  @media (forced-colors: active) {
    .status,
    .on {
      border: 1px solid;
    }

    .on {
      color: CanvasText;
    }

    .evidence::before {
      --quiet: CanvasText;

      forced-color-adjust: none;
    }
  }

  .evidence {
    white-space: nowrap;
  }

  .evidence::before {
    content: "";
    display: inline-block;
    width: 0.6154em;
    height: 0.6154em;
    margin-right: 0.4em;
    border: 1.5px solid var(--quiet);
    border-radius: 50%;
  }

  .evidence[data-evidence="documented"]::before {
    background: var(--quiet);
  }

  .evidence[data-evidence="observed"]::before {
    background: linear-gradient(90deg, var(--quiet) 50%, transparent 50%);
  }

  .source {
    color: var(--quiet);
    overflow-wrap: anywhere;
  }

  .source::before {
    content: "· ";
  }
`;

const shapes = {
  search: "M7 2.5a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9Zm3.3 7.8 3.2 3.2",
  clear: "m4 4 8 8m0-8-8 8",
  copy: "M5.5 5.5v-3h8v8h-3m-8-5h8v8h-8z",
  done: "m3 8.5 3.2 3.2L13 4.8",
  open: "m6 3.5 4.5 4.5L6 12.5",
  reset: "M3.2 6.2A5.2 5.2 0 1 1 2.8 9M3 2.8v3.6h3.6",
  alert: "M8 6v3.2m0 2.3v.1M8 2 1.5 13.5h13Z",
  wait: "M5.5 3.5v9m5-9v9",
  up: "m4 9.5 4-4 4 4",
  down: "m4 6.5 4 4 4-4",
  back: "M10 3.5 5.5 8l4.5 4.5",
  help: "M6 6.2a2 2 0 1 1 3 1.7c-.7.4-1 .8-1 1.6m0 2v.1",
} as const;

/** The name of an icon. */
export type Shape = keyof typeof shapes;

/** A decorative icon. Put it next to text, or in a button with a label. */
export function icon(shape: Shape): TemplateResult {
  return html`<svg viewBox="0 0 16 16" aria-hidden="true"><path d=${shapes[shape]} /></svg>`;
}

/** A status, colored by its class. */
export function statusView(status: number | null): TemplateResult {
  if (status === null) return html`<span class="status" data-class="none" title="No response">–––</span>`;
  return html`<span class="status" data-class=${Math.floor(status / 100)}>${status}</span>`;
}

/** When a scenario answers: every request, the next one only, or it has answered that one. */
export type When = "on" | "next" | "used";

const whenNames: Readonly<Record<When, string>> = { on: "on", next: "next request", used: "used" };

export function whenView(when: When): TemplateResult {
  return html`<span class="on" data-when=${when}>${whenNames[when]}</span>`;
}

/** Shown instead of a status when the tenant answers. */
export function liveView(): TemplateResult {
  return html`<span class="status" data-class="live">live</span>`;
}

const address = /\b(?:https?:\/\/|github\.com\/)[^\s,;()<>"']*[\w/]/g;

/** The evidence for something, with links to its source. */
export function sourceView(evidence: Evidence, source: string): TemplateResult {
  return html`<span class="evidence" data-evidence=${evidence}>${evidence}</span>
    <span class="source">${linked(source)}</span>`;
}

function linked(text: string): unknown[] {
  const parts: unknown[] = [];
  let end = 0;
  for (const { 0: found, index } of text.matchAll(address)) {
    const href = found.startsWith("http") ? found : `https://${found}`;
    parts.push(text.slice(end, index), html`<a href=${href} target="_blank" rel="noopener noreferrer">${found}</a>`);
    end = index + found.length;
  }
  return [...parts, text.slice(end)];
}

const format = new Intl.DateTimeFormat("en-GB", { timeStyle: "medium" });

/** A time of day. */
export function clock(at: number): TemplateResult {
  const date = new Date(at);
  return html`<time datetime=${date.toISOString()}>${format.format(date)}</time>`;
}

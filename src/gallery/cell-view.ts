import { html, nothing, type TemplateResult } from "lit";
import { statusView } from "../panel/marks.ts";
import { nameOf } from "../panel/row.ts";
import { titleOf } from "../panel/title.ts";
import { howToFix } from "../screen/how-to-fix.ts";
import type { Verdict } from "../screen/verdict.ts";
import { type Cell, type Outcome, outcomeOf } from "./cell.ts";
import type { GalleryHost } from "./model.ts";

/** A cell: what it is about, the story, and what that said. */
export function cellView(cell: Cell, host: GalleryHost, onLoad: (frame: HTMLIFrameElement) => void): TemplateResult {
  const { id, state } = cell;
  const title = titleOf(nameOf(id));
  return html`<article aria-label=${title}>
    <header>${failureView(cell, host)} ${outcomeView(outcomeOf(cell))}</header>
    <div class="report">${reportView(cell)}</div>
    <div class="screen" data-state=${state}>
      ${state === "waiting" ? html`<div class="frame"></div>` : frameView(title, host.frameUrl(id), onLoad)}
    </div>
  </article>`;
}

/** What a story may do in its frame: not leave the gallery, open windows, or show native dialogs. */
export const permissions = "allow-same-origin allow-scripts allow-forms allow-downloads";

function frameView(title: string, url: string, onLoad: (frame: HTMLIFrameElement) => void): TemplateResult {
  return html`<iframe
    class="frame"
    title=${title}
    sandbox=${permissions}
    src=${url}
    @load=${({ currentTarget }: Event) => onLoad(currentTarget as HTMLIFrameElement)}
  ></iframe>`;
}

/** The status and the name of a failure. A click opens the story in this state. */
export function failureView({ id, scenario }: Cell, host: GalleryHost): TemplateResult {
  return html`${statusView(scenario.status)}
    <button type="button" class="open" title="Open this state" @click=${() => host.open(id)}>
      <b>${titleOf(nameOf(id))}</b> <span class="name">${nameOf(id)}</span>
    </button>`;
}

/** An outcome as a chip. */
export function outcomeView(outcome: Outcome | undefined): TemplateResult | typeof nothing {
  return outcome === undefined ? nothing : html`<span class="outcome" data-outcome=${outcome}>${outcome}</span>`;
}

function reportView({ report, state }: Cell): TemplateResult {
  if (!report) return html`<p class="quiet">${state === "waiting" ? "Waiting" : "Playing…"}</p>`;
  if (report.state === "not sent") return html`<p>${report.why}</p>`;
  const { sentence, verdict, why } = report.judgement;
  return html`${sentence === "" ? nothing : html`<p class="sentence">${sentence}</p>`}
    <p class="quiet">${why}</p>
    ${fixView(verdict)}`;
}

function fixView(verdict: Verdict): TemplateResult | typeof nothing {
  if (verdict === "says") return nothing;
  return html`<details>
    <summary>How to fix it</summary>
    <p>${howToFix[verdict].fix}</p>
  </details>`;
}

import { html, type TemplateResult } from "lit";
import type { Evidence } from "../../scenarios/scenario.ts";

const address = /https?:\/\/[^\s,;()<>"']*[\w/]|\bgithub\.com\/[\w.-]+\/[\w.-]*\w(?:\/[\w./#-]*\w)?/g;

/** How sure we are of something, and where to look it up. */
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

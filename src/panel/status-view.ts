import { html, type TemplateResult } from "lit";

/** A status in the colour of its class. */
export function statusView(status: number | null): TemplateResult {
  if (status === null) return html`<span class="status" data-class="none" title="No answer arrives">–––</span>`;
  return html`<span class="status" data-class=${Math.floor(status / 100)}>${status}</span>`;
}

/** What stands in the place of a status where the tenant decides. */
export function liveView(): TemplateResult {
  return html`<span class="status" data-class="live">live</span>`;
}

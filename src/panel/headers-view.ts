import { html, nothing, type TemplateResult } from "lit";

/** Headers, one to a line. */
export function headersView(headers: Readonly<Record<string, string>>): TemplateResult | typeof nothing {
  const entries = Object.entries(headers);
  if (entries.length === 0) return nothing;
  return html`<ul class="headers">
    ${entries.map(([name, value]) => html`<li><span class="json-key">${name}:</span> ${value}</li>`)}
  </ul>`;
}

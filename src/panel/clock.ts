import { html, type TemplateResult } from "lit";

const format = new Intl.DateTimeFormat("en-GB", { timeStyle: "medium" });

/** A time of day. */
export function clock(at: number): TemplateResult {
  const date = new Date(at);
  return html`<time datetime=${date.toISOString()}>${format.format(date)}</time>`;
}

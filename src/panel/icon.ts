import { html, type TemplateResult } from "lit";

const shapes = {
  search: "M7 2.5a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9Zm3.3 7.8 3.2 3.2",
  clear: "m4 4 8 8m0-8-8 8",
  copy: "M5.5 5.5v-3h8v8h-3m-8-5h8v8h-8z",
  done: "m3 8.5 3.2 3.2L13 4.8",
  open: "m6 3.5 4.5 4.5L6 12.5",
  reset: "M3.2 6.2A5.2 5.2 0 1 1 2.8 9M3 2.8v3.6h3.6",
  alert: "M8 6v3.2m0 2.3v.1M8 2 1.5 13.5h13Z",
} as const;

/** A small drawing beside a word, or inside a button that has a name. */
export function icon(shape: keyof typeof shapes): TemplateResult {
  return html`<svg viewBox="0 0 16 16" aria-hidden="true"><path d=${shapes[shape]} /></svg>`;
}

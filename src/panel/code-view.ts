import { html, type TemplateResult } from "lit";
import { codeLines } from "./code-lines.ts";
import { copyable, type Copying } from "./copyable.ts";
import type { Selection } from "./selection.ts";

/** The code that switches a selection on, with copy buttons. */
export function codeView(selection: Selection, link: string, copying: Copying): TemplateResult {
  return html`<section aria-labelledby="code-name">
    <h3 id="code-name">Use in code</h3>
    <dl class="lines">
      ${codeLines(selection, link).map(
        ({ place, code }) =>
          html`<div>
            <dt>${place}</dt>
            <dd>${copyable(place === "Link" ? "the link" : `the line for a ${place.toLowerCase()}`, code, copying)}</dd>
          </div>`,
      )}
    </dl>
  </section>`;
}

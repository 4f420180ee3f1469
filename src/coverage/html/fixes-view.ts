import { howToFix } from "../../screen/how-to-fix.ts";
import { verdicts } from "../../screen/verdict.ts";
import { html, type Html } from "./html.ts";
import type { Failure } from "./review.ts";
import { slugOf, stateChip } from "./state-chip.ts";

/** How to fix each fault that the page has. */
export function fixesView(failures: readonly Failure[]): Html | undefined {
  const faults = verdicts.filter((verdict) => verdict !== "says" && failures.some(({ state }) => state === verdict));
  if (faults.length === 0) return undefined;
  return html`<section aria-labelledby="fixes-heading">
    <h2 id="fixes-heading">How to fix it</h2>
    <dl class="fixes">
      ${faults.map(
        (verdict) =>
          html`<div id="how-to-fix-${slugOf(verdict)}">
            <dt>${stateChip(verdict)}</dt>
            <dd>${howToFix[verdict].fix} <span class="where">Examples are in ${howToFix[verdict].link}</span></dd>
          </div>`,
      )}
    </dl>
  </section>`;
}

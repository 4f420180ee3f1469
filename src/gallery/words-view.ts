import { html, nothing, type TemplateResult } from "lit";
import { remedyOf } from "../../scenarios/remedies.ts";
import { sharedSentences } from "../coverage/shared-sentences.ts";
import { nameOf } from "../panel/row.ts";
import { titleOf } from "../panel/title.ts";
import { type Cell, outcomeOf } from "./cell.ts";
import { failureView, outcomeView } from "./cell-view.ts";
import type { GalleryHost } from "./model.ts";

/** What the story says to each shown failure beside what the API says, and the sentences that several failures share. */
export function wordsView(cells: readonly Cell[], shown: readonly Cell[], host: GalleryHost): TemplateResult {
  return html`${sharedView(cells)}
    <table>
      <thead>
        <tr>
          <th scope="col">Failure</th>
          <th scope="col">What the API says</th>
          <th scope="col">What the screen says</th>
          <th scope="col">What the user can do</th>
        </tr>
      </thead>
      <tbody>
        ${shown.map((cell) => rowView(cell, host))}
      </tbody>
    </table>`;
}

function rowView(cell: Cell, host: GalleryHost): TemplateResult {
  const { id, scenario } = cell;
  return html`<tr>
    <th scope="row"><div class="failure">${failureView(cell, host)}</div></th>
    <td>${scenario.description ?? scenario.error ?? scenario.summary}</td>
    <td>${outcomeView(outcomeOf(cell))} <span class="sentence">${sentenceOf(cell)}</span></td>
    <td>${remedyOf(id) ?? ""}</td>
  </tr>`;
}

/** Failures that read the same, although the user has to do different things about them. */
function sharedView(cells: readonly Cell[]): TemplateResult | typeof nothing {
  const shared = sharedSentences(cells.map((cell) => ({ id: cell.id, screen: { sentence: sentenceOf(cell) } })));
  if (shared.length === 0) return nothing;
  return html`<section class="shared">
    <h2>One sentence, different remedies</h2>
    ${shared.map(
      ({ sentence, remedies }) =>
        html`<p class="sentence">${sentence}</p>
          <dl>
            ${Object.entries(remedies).map(
              ([remedy, ids]) =>
                html`<div>
                  <dt>${remedy}</dt>
                  <dd>${ids.map((id) => titleOf(nameOf(id))).join(", ")}</dd>
                </div>`,
            )}
          </dl>`,
    )}
  </section>`;
}

function sentenceOf({ report }: Cell): string {
  return report?.state === "judged" ? report.judgement.sentence : "";
}

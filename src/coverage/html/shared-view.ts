import { html, type Html } from "./html.ts";
import type { Review } from "./review.ts";
import { failureLink, sentence } from "./state-chip.ts";

/** The sentences that users read for failures with different remedies. */
export function sharedView({ endpoints, summaryOf }: Review): Html | undefined {
  const all = endpoints.flatMap(({ path, shared }) => shared.map((same) => ({ ...same, path })));
  if (all.length === 0) return undefined;
  return html`<section id="shared" aria-labelledby="shared-heading">
    <h2 id="shared-heading">One sentence, different remedies <span class="count">${all.length}</span></h2>
    <p class="intro">Users read the same for failures that ask different things of them.</p>
    ${all.map(
      ({ sentence: said, remedies, path }) =>
        html`<article class="shared">
          ${sentence(said)}
          <p class="where"><code>POST ${path}</code></p>
          <dl>
            ${Object.entries(remedies).map(
              ([remedy, ids]) =>
                html`<div>
                  <dt>${remedy}</dt>
                  ${ids.map((id) => html`<dd>${summaryOf(id)} ${failureLink(id)}</dd>`)}
                </div>`,
            )}
          </dl>
        </article>`,
    )}
  </section>`;
}

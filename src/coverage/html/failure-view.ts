import { html, type Html } from "./html.ts";
import type { Failure } from "./review.ts";
import { anchorOf, failureLink, sentence, slugOf, stateChip } from "./state-chip.ts";

/** One failure: what the API answered, and what the screen said to it. */
export function failureView(failure: Failure): Html {
  const { id, state, summary } = failure;
  return html`<article class="failure" data-state="${state}" id="${anchorOf(id)}">
    <div class="what">
      <h3>${summary}</h3>
      <p>${failureLink(id)}</p>
      ${factsView(failure)}
    </div>
    <div class="said">
      <p>${stateChip(state)}</p>
      ${saidView(failure)}
    </div>
    ${pictureView(failure)}
  </article>`;
}

function factsView({ status, error, description, remedy }: Failure): Html {
  return html`<dl class="facts">
    ${
      status !== undefined &&
      html`<div>
        <dt>API</dt>
        <dd>
          <b class="status">${status ?? "no response"}</b> ${error !== null && html`<code>${error}</code>`}
          ${description !== null && html`<span class="description">${description}</span>`}
        </dd>
      </div>`
    }
    ${
      remedy &&
      html`<div>
        <dt>Remedy</dt>
        <dd>${remedy}</dd>
      </div>`
    }
  </dl>`;
}

function saidView({ screen, tests, line }: Failure): Html {
  if (!screen && tests === 0) {
    return html`<p class="why">No test meets it yet. This line does:</p>
      <pre><code>${line}</code></pre>`;
  }
  if (!screen) {
    const met = tests === 1 ? "1 test meets it" : `${tests} tests meet it`;
    return html`<p class="why">${met}, without watching the screen.</p>`;
  }
  const { verdict, sentence: said, why, where } = screen;
  return html`${said === "" ? html`<p class="nothing">Nothing</p>` : sentence(said)}
    <p class="why">
      <bdi>${why}</bdi>
      ${verdict !== "says" && html`<a href="#how-to-fix-${slugOf(verdict)}">How to fix it</a>`}
    </p>
    ${where !== undefined && html`<p class="where">Seen in <bdi>${where}</bdi></p>`}`;
}

function pictureView({ id, picture, screen }: Failure): Html | undefined {
  if (picture !== undefined) {
    return html`<details class="picture">
      <summary><img src="${picture}" alt="Screenshot of ${id}" /></summary>
    </details>`;
  }
  if (screen?.screenshot === undefined) return undefined;
  return html`<p class="picture missing">The screenshot is missing: <code>${screen.screenshot}</code></p>`;
}

import type { Change, Changes, Direction, Words } from "./changes.ts";
import { html, type Html } from "./html.ts";
import type { Review } from "./review.ts";
import { failureLink, sentence, stateChip } from "./state-chip.ts";

const labels: Readonly<Record<Direction, string>> = {
  worse: "The verdict is worse",
  better: "The verdict is better",
  reworded: "The sentence changed",
  new: "New",
  gone: "Gone",
};

/** What is different from an earlier report, side by side. */
export function changesView({ against, list }: Changes, summaryOf: Review["summaryOf"]): Html {
  return html`<section id="changes" aria-labelledby="changes-heading">
    <h2 id="changes-heading">What changed <span class="count">${list.length}</span></h2>
    <p class="intro">${list.length === 0 ? "Nothing changed since" : "Compared with"} <code>${against}</code>.</p>
    ${list.map((change) => changeView(change, summaryOf(change.id)))}
  </section>`;
}

function changeView({ id, direction, before, after }: Change, summary: string): Html {
  return html`<article class="change" data-direction="${direction}">
    <div class="what">
      <p class="direction">${labels[direction]}</p>
      <h3>${summary}</h3>
      <p>${failureLink(id)}</p>
    </div>
    <div>${versionView("Before", before, "del")}</div>
    <div>${versionView("Now", after, "ins")}</div>
  </article>`;
}

function versionView(title: string, version: Change["before"], mark: "del" | "ins"): Html {
  if (!version)
    return html`<p class="when">${title}</p>
      <p class="nothing">Not watched</p>`;
  const { verdict, words } = version;
  return html`<p class="when">${title} ${stateChip(verdict)}</p>
    ${words.length === 0 ? html`<p class="nothing">Nothing</p>` : sentence(html`${words.map((part) => wordsView(part, mark))}`)}`;
}

function wordsView({ text, isChanged }: Words, mark: "del" | "ins"): Html {
  if (!isChanged) return html`${text}`;
  return mark === "del" ? html`<del>${text}</del>` : html`<ins>${text}</ins>`;
}

import { html, type Html } from "./html.ts";
import type { State } from "./review.ts";

/** The state of a failure as a small label in its color. */
export function stateChip(state: State): Html {
  return html`<span class="chip" data-state="${state}">${state}</span>`;
}

/** A name as part of an id: `dead end` is `dead-end`. */
export function slugOf(name: string): string {
  return name.replaceAll(" ", "-");
}

/** A link to a failure on the page. */
export function failureLink(id: string): Html {
  return html`<a class="id" href="#${encodeURIComponent(anchorOf(id))}"><code>${id}</code></a>`;
}

/** The id of a failure's element. */
export function anchorOf(id: string): string {
  return `failure/${id}`;
}

/** A text of the screen. Its writing direction is its own. */
export function sentence(text: Html | string): Html {
  return html`<blockquote><bdi>${text}</bdi></blockquote>`;
}

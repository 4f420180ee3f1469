import { html, nothing, type TemplateResult } from "lit";
import { ref } from "lit/directives/ref.js";
import { repeat } from "lit/directives/repeat.js";
import { endpoints, type Endpoint, paths } from "../../scenarios/types.ts";
import { button, iconButton } from "../panel/buttons.ts";
import { icon } from "../panel/marks.ts";
import { type Cell, type Outcome, outcomeOf, outcomes } from "./cell.ts";
import { cellView, permissions } from "./cell-view.ts";
import type { GalleryActions, GalleryModel } from "./model.ts";
import { galleryStyles } from "./gallery-styles.ts";
import { kinds, kindsOf } from "./kinds.ts";
import { wordsView } from "./words-view.ts";

/** The widths of a cell that can be chosen, in pixels. */
const widths = [320, 390, 480, 768, 1280];

/** How large it can be drawn, in percent. */
const zooms = [50, 75, 100];

/** The whole gallery. */
export function galleryView(model: GalleryModel, gallery: GalleryActions): TemplateResult {
  const { host, settings, problem, story } = model;
  return html`<style>
      ${galleryStyles}
    </style>
    <main class="gallery" style="--width: ${settings.width}px; --zoom: ${settings.zoom / 100}">
      <header>
        <div class="heading">
          ${iconButton("back", "Back to the story", () => host.open())}
          <h1>All failures <span class="quiet">${host.title}</span></h1>
        </div>
        ${controls(model, gallery)} ${progress(model, gallery)}
      </header>
      ${problem === undefined ? nothing : html`<p class="alert" role="alert">${icon("alert")} ${problem}</p>`}
      ${story && !story.hasPlay ? noPlay : nothing} ${body(model, gallery)}
    </main>`;
}

const noPlay = html`<p class="hint">
  This story has no play function, so it sends nothing by itself. Add one that submits the form, or pick a story that
  has one.
</p>`;

function body(model: GalleryModel, gallery: GalleryActions): TemplateResult {
  const { host, story, settings, cells } = model;
  // Until the story has reported, its own frame is all there is. It stays hidden: the story is one click away.
  const probe = story
    ? nothing
    : html`<iframe
        class="probe"
        title="The story itself"
        sandbox=${permissions}
        src=${host.frameUrl()}
        tabindex="-1"
      ></iframe>`;
  const areWords = settings.view === "words";
  const shown = cells.filter((cell) => isShown(cell, settings.only));
  // One template for both: with two, the frames would load again.
  return html`${probe}${areWords ? wordsView(cells, shown, host) : nothing}${cellsView(model, gallery, areWords)}`;
}

/** Cells that are hidden keep their stories, and their size: without it, nothing in them would count as visible. */
function cellsView(
  { cells, settings, host }: GalleryModel,
  gallery: GalleryActions,
  isHidden: boolean,
): TemplateResult {
  return html`<ul class=${isHidden ? "cells away" : "cells"} aria-label="Failures">
    ${repeat(
      cells,
      ({ id }) => id,
      (cell) =>
        html`<li data-id=${cell.id} class=${isShown(cell, settings.only) ? nothing : "away"} ${ref(gallery.onCell)}>
          ${cellView(cell, host, (frame) => gallery.onLoad(cell, frame))}
        </li>`,
    )}
  </ul>`;
}

function isShown(cell: Cell, only: Outcome | undefined): boolean {
  return only === undefined || outcomeOf(cell) === only;
}

function controls({ story, settings, endpoint }: GalleryModel, gallery: GalleryActions): TemplateResult {
  const present = story ? kindsOf(story.scenarios, endpoint) : [];
  return html`<div class="controls">
    <label
      >Endpoint
      <select
        .value=${endpoint}
        @change=${({ target }: Event) => gallery.choose({ endpoint: (target as HTMLSelectElement).value as Endpoint })}
      >
        ${endpoints.map((each) => html`<option value=${each} ?selected=${each === endpoint}>POST ${paths[each]}</option>`)}
      </select>
    </label>
    ${choice("Width", widths, settings.width, "px", (width) => gallery.choose({ width }))}
    ${choice("Zoom", zooms, settings.zoom, "%", (zoom) => gallery.choose({ zoom }))}
    <fieldset>
      <legend>Scenarios</legend>
      ${present.map(
        (kind) =>
          html`<label class="chip"
            ><input
              type="checkbox"
              .checked=${settings.kinds.includes(kind)}
              @change=${({ target }: Event) =>
                gallery.choose({
                  kinds: (target as HTMLInputElement).checked
                    ? [...settings.kinds, kind]
                    : settings.kinds.filter((each) => each !== kind),
                })}
            />${kinds[kind]}</label
          >`,
      )}
    </fieldset>
    <fieldset>
      <legend>View</legend>
      ${(["cells", "words"] as const).map(
        (view) =>
          html`<label class="chip"
            ><input
              type="radio"
              name="view"
              .checked=${settings.view === view}
              @change=${() => gallery.choose({ view })}
            />${view === "cells" ? "Screens" : "Words"}</label
          >`,
      )}
    </fieldset>
  </div>`;
}

function choice(
  name: string,
  values: readonly number[],
  chosen: number,
  unit: string,
  onChoose: (value: number) => void,
): TemplateResult {
  return html`<label
    >${name}
    <select @change=${({ target }: Event) => onChoose(Number((target as HTMLSelectElement).value))}>
      ${values.map((each) => html`<option value=${each} ?selected=${each === chosen}>${each} ${unit}</option>`)}
    </select>
  </label>`;
}

function progress({ cells, story, settings, isStopped }: GalleryModel, gallery: GalleryActions): TemplateResult {
  const done = cells.filter(({ state }) => state === "done").length;
  const isDone = story !== undefined && done === cells.length;
  return html`<div class="progress">
    <progress aria-label="Failures shown" max=${Math.max(1, cells.length)} value=${done} ?hidden=${isDone}></progress>
    <p role="status">${story ? `${done} of ${cells.length}` : "Playing the story once…"}</p>
    <fieldset class="outcomes">
      <legend class="visually-hidden">Show only</legend>
      ${outcomes.map((outcome) => outcomeChip(outcome, cells, settings.only, gallery))}
    </fieldset>
    <span class="actions">
      ${isDone || isStopped ? nothing : button("Stop", { onClick: () => gallery.stop() })}
      ${isStopped && !isDone ? button("Go on", { onClick: () => gallery.goOn() }) : nothing}
      ${isDone ? button("Run again", { icon: "reset", onClick: () => gallery.runAgain() }) : nothing}
    </span>
  </div>`;
}

/** How many cells have an outcome. Pressed, it shows only those. */
function outcomeChip(
  outcome: Outcome,
  cells: readonly Cell[],
  only: Outcome | undefined,
  gallery: GalleryActions,
): TemplateResult | typeof nothing {
  const count = cells.filter((cell) => outcomeOf(cell) === outcome).length;
  if (count === 0 && only !== outcome) return nothing;
  const isPressed = only === outcome;
  return html`<button
    type="button"
    class="outcome"
    data-outcome=${outcome}
    aria-pressed=${isPressed}
    title=${isPressed ? "Show all" : `Show only these ${count}`}
    @click=${() => gallery.choose({ only: isPressed ? undefined : outcome })}
  >
    ${count} ${outcome}
  </button>`;
}

import { css, type CSSResult, html, type LitElement, nothing, type TemplateResult } from "lit";
import { endpoints, paths } from "../../scenarios/types.ts";
import { endpointOf, idOf, type UntypedActivation } from "../catalog/activation.ts";
import { messageOf } from "../catalog/show-value.ts";
import type { TabStorage } from "../worker/tab-storage.ts";
import { button, iconButton } from "./buttons.ts";
import { codeView } from "./code-view.ts";
import type { Copying } from "./copyable.ts";
import { describeOptions } from "./edit.ts";
import { liveView, statusView } from "./marks.ts";
import type { ActiveOptions, PanelModel } from "./model.ts";
import { loadPresets, type Preset, readPresets, storePresets, toJson, withPresets } from "./presets.ts";
import type { Row } from "./row.ts";
import { type Selection, trimmed } from "./selection.ts";

/** Styles of the flow and the presets. */
export const flowStyles: CSSResult = css`
  .flow {
    display: grid;
    gap: 0.5em;
    align-content: start;
    min-width: 0;
    padding: 0.5em 0.75em 1.5em;
    overflow: auto;
    overscroll-behavior: contain;
    scrollbar-width: thin;
  }

  .step {
    display: flex;
    gap: 0.5em;
    align-items: center;
    min-width: 0;
    padding: 0.1em 0.25em 0.1em 0.5em;
    border: 1px solid var(--line);
    border-radius: 5px;
    background: var(--paper);
  }

  .step + .step {
    margin-top: 0.25em;
  }

  .step[draggable="true"] {
    cursor: grab;
  }

  .step .what {
    flex: 1;
    min-width: 0;
    overflow-wrap: anywhere;
  }

  .bar {
    display: flex;
    flex-wrap: wrap;
    gap: 0.4em;
    align-items: center;
  }

  .bar input[type="text"] {
    flex: 1;
    width: auto;
    min-width: 8em;
    max-width: 20em;
  }

  .bar input[type="checkbox"] {
    width: auto;
    min-height: 0;
  }
`;

export interface FlowProps {
  readonly model: PanelModel;
  readonly rows: readonly Row[];
  readonly copying: Copying;
  readonly linkTo: (selection: Selection) => string;
  readonly onRun: (selection: Selection) => void;
  readonly announce: (text: string) => void;
  readonly onProblem: (text: string) => void;
}

/** Builds a sequence for one endpoint or both by clicking, and keeps what is switched on as presets. */
export class FlowBuilder {
  readonly #host: LitElement;
  readonly #storage: TabStorage;
  #steps: readonly UntypedActivation[] = [];
  #cycle = false;
  #dragged: number | undefined;

  constructor(host: LitElement, storage: TabStorage) {
    this.#host = host;
    this.#storage = storage;
  }

  /** How many steps there are. */
  get length(): number {
    return this.#steps.length;
  }

  add(activation: UntypedActivation): void {
    this.#setSteps([...this.#steps, activation]);
  }

  render(props: FlowProps): TemplateResult {
    const { copying, linkTo, onRun } = props;
    const steps = this.#steps;
    const selection: Selection = { activations: steps, ...(this.#cycle && { cycle: endpoints }) };
    return html`<section class="flow" aria-label="Flow">
      ${
        steps.length === 0
          ? html`<p class="quiet">
              Click scenarios in the list. Each answers one request, and the last of each endpoint stays.
            </p>`
          : html`<ol aria-label="Steps">
              ${steps.map((step, index) => this.#stepView(step, index, props))}
            </ol>`
      }
      <div class="bar">
        ${button("Run", { onClick: () => onRun(selection), isPrimary: true, isDisabled: steps.length === 0 })}
        ${button("Clear", { onClick: () => this.#setSteps([]), isDisabled: steps.length === 0 })}
        <label
          ><input type="checkbox" .checked=${this.#cycle} @change=${() => this.#setCycle(!this.#cycle)} /> start over
          after the last step</label
        >
      </div>
      ${steps.length === 0 ? nothing : codeView(selection, linkTo(selection), copying)} ${this.#presetsView(props)}
    </section>`;
  }

  #stepView(step: UntypedActivation, index: number, { rows }: FlowProps): TemplateResult {
    const row = rows.find(({ id }) => id === idOf(step));
    const options = typeof step === "string" ? "" : describeOptions(step as ActiveOptions);
    const last = this.#steps.length - 1;
    const move = (to: number) => () => this.#move(index, to);
    const onKeydown = (event: KeyboardEvent): void => {
      if (!event.altKey || (event.key !== "ArrowUp" && event.key !== "ArrowDown")) return;
      event.preventDefault();
      event.stopPropagation();
      this.#move(index, index + (event.key === "ArrowUp" ? -1 : 1));
    };
    return html`<li
      class="step"
      draggable="true"
      @keydown=${onKeydown}
      @dragstart=${() => (this.#dragged = index)}
      @dragover=${(event: DragEvent) => event.preventDefault()}
      @drop=${(event: DragEvent) => {
        event.preventDefault();
        if (this.#dragged !== undefined) this.#move(this.#dragged, index);
      }}
    >
      ${row?.scenario ? statusView(row.scenario.status) : liveView()}
      <span class="what"
        >${row?.title ?? idOf(step)}
        <span class="quiet">${paths[endpointOf(step) as keyof typeof paths]} ${options && `· ${options}`}</span></span
      >
      ${iconButton("up", `Move step ${index + 1} up`, move(index - 1), index === 0)}
      ${iconButton("down", `Move step ${index + 1} down`, move(index + 1), index === last)}
      ${iconButton("clear", `Remove step ${index + 1}`, () => {
        this.#setSteps(this.#steps.toSpliced(index, 1));
        void this.#focusStep(Math.min(index, last - 1));
      })}
    </li>`;
  }

  #presetsView(props: FlowProps): TemplateResult {
    const { model, onRun, announce } = props;
    const presets = loadPresets(this.#storage);
    const save = (event: Event): void => {
      event.preventDefault();
      const form = event.currentTarget as HTMLFormElement;
      const name = (form.elements.namedItem("preset") as HTMLInputElement).value.trim();
      if (name === "") return;
      this.#change((before) => withPresets(before, [{ name, ...switchedOn(model) }]));
      announce(`Saved as ${name}.`);
      form.reset();
    };
    return html`<h3>Presets</h3>
      ${presets.map(
        (preset) =>
          html`<div class="step">
            <span class="what"
              >${preset.name} <span class="quiet">${preset.activations.map(idOf).join(", ")}</span></span
            >
            ${button("Run", { onClick: () => onRun(preset) })}
            ${iconButton("clear", `Remove the preset ${preset.name}`, () =>
              this.#change((before) => before.filter(({ name }) => name !== preset.name)),
            )}
          </div>`,
      )}
      <form class="bar" aria-label="Save a preset" @submit=${save}>
        <input
          type="text"
          name="preset"
          aria-label="Title of the preset"
          placeholder="Title"
          autocomplete="off"
          required
        />
        <button class="button" title="Keep what is switched on now">Save what is on</button>
        ${
          presets.length === 0
            ? nothing
            : html`<a
                class="button"
                download="auth0-presets.json"
                href=${`data:application/json,${encodeURIComponent(toJson(presets))}`}
                >Export</a
              >`
        }
        <label class="button"
          >Import
          <input
            class="visually-hidden"
            type="file"
            accept=".json"
            @change=${(event: Event) => void this.#import(event, props)}
          />
        </label>
      </form>`;
  }

  async #import(event: Event, { onProblem }: FlowProps): Promise<void> {
    const input = event.target as HTMLInputElement;
    const [file] = input.files ?? [];
    if (!file) return;
    try {
      const imported = readPresets(await file.text());
      this.#change((before) => withPresets(before, imported));
      onProblem("");
    } catch (error) {
      onProblem(messageOf(error));
    }
    // Otherwise the same file could not be chosen again.
    input.value = "";
  }

  #move(from: number, to: number): void {
    const step = this.#steps[from];
    if (step === undefined || to < 0 || to >= this.#steps.length) return;
    this.#setSteps(this.#steps.toSpliced(from, 1).toSpliced(to, 0, step));
    // The buttons stay where they are: the focus follows the step.
    void this.#focusStep(to);
  }

  async #focusStep(index: number): Promise<void> {
    const { activeElement } = this.#host.renderRoot as ShadowRoot;
    const place = Array.from(activeElement?.parentElement?.children ?? []).indexOf(activeElement as Element);
    await this.#host.updateComplete;
    const item = this.#host.renderRoot.querySelectorAll(".flow ol .step")[index];
    const wanted = item?.children[place] as HTMLElement | undefined;
    (wanted?.matches(":disabled") ? item?.querySelector<HTMLElement>("button:enabled") : wanted)?.focus();
  }

  #setSteps(steps: readonly UntypedActivation[]): void {
    this.#steps = steps;
    this.#host.requestUpdate();
  }

  #setCycle(cycle: boolean): void {
    this.#cycle = cycle;
    this.#host.requestUpdate();
  }

  /** Another tab may have changed them meanwhile. */
  #change(change: (before: readonly Preset[]) => readonly Preset[]): void {
    storePresets(this.#storage, change(loadPresets(this.#storage)));
    this.#host.requestUpdate();
  }
}

/** What is switched on. Where nothing is, the tenant. */
function switchedOn({ switches, made = {} }: PanelModel): Selection {
  return trimmed({
    activations: endpoints.flatMap((endpoint) => {
      const { steps } = switches[endpoint];
      return steps.length > 0 ? steps : [`${endpoint}/live`];
    }),
    cycle: endpoints.filter((endpoint) => switches[endpoint].cycle),
    scenarios: made,
  });
}

import { css, type CSSResult, html, nothing, type TemplateResult } from "lit";
import { linkButton } from "./buttons.ts";
import { type DelayKind, defaultText, type Edit, type NamedParam, noEdit, paramsOf, withParam } from "./edit.ts";
import { sourceView } from "./marks.ts";
import type { Row } from "./row.ts";

/** Styles of the form. */
export const editStyles: CSSResult = css`
  .edit {
    display: grid;
    gap: 0.5em;
    justify-items: start;
  }

  .field {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.1em 0.75em;
    width: 100%;
  }

  .field :is(label, .field-name) {
    font-weight: 550;
  }

  textarea {
    display: block;
    max-height: 12em;
    resize: vertical;
    overflow-wrap: anywhere;
  }

  @supports (field-sizing: content) {
    textarea {
      resize: none;
      field-sizing: content;
    }
  }

  .delay {
    display: flex;
    gap: 0.4em;
  }

  .delay select {
    max-width: 15em;
  }

  .delay input {
    max-width: 7em;
  }

  @container panel (min-width: 900px) {
    .field {
      grid-template-columns: minmax(5em, auto) minmax(0, 1fr);
      align-items: center;
    }

    .field p {
      grid-column: 2;
    }
  }
`;

export interface EditFormProps {
  readonly row: Row;
  readonly edit: Edit;
  readonly onEdit: (edit: Edit) => void;
  readonly onActivate: (type: "use" | "once") => void;
}

const delays: readonly { readonly kind: DelayKind; readonly name: string }[] = [
  { kind: "", name: "Default delay" },
  { kind: "ms", name: "Milliseconds" },
  { kind: "real", name: "Like a real service" },
  { kind: "infinite", name: "Until the next switch" },
];

/** A form for the params and the delay of a scenario. */
export function editForm(props: EditFormProps): TemplateResult {
  const { row, edit, onEdit, onActivate } = props;
  const params = row.scenario ? paramsOf(row.scenario) : [];
  const isEdited = edit !== noEdit && JSON.stringify(edit) !== JSON.stringify(noEdit);
  const onKeydown = (event: KeyboardEvent): void => {
    if (event.key !== "Enter" || event.isComposing || event.target instanceof HTMLButtonElement) return;
    event.preventDefault();
    onActivate(event.shiftKey ? "once" : "use");
  };
  const clear = (event: Event): void => {
    onEdit(noEdit);
    // The button disappears, so move the focus to a field.
    (event.currentTarget as HTMLElement).closest("form")?.querySelector<HTMLElement>("textarea, select")?.focus();
  };
  return html`<form class="edit" aria-label="Params and delay" @keydown=${onKeydown}>
    ${params.map((named, index) => paramField(named, index + 1, props))} ${delayField(props)}
    ${isEdited ? linkButton("Restore defaults", "", clear) : nothing}
  </form>`;
}

/** The label has no name such as "email": tests of a page with the drawer would find it by that label. */
function paramField(named: NamedParam, number: number, { edit, onEdit }: EditFormProps): TemplateResult {
  const { name, param } = named;
  const fallback = param?.default;
  return html`<div class="field">
    <span id="param-${number}" class="field-name">${name}</span>
    <textarea
      name=${name}
      rows="1"
      spellcheck="false"
      aria-label="Param ${number}"
      aria-describedby="param-${number} param-${number}-source"
      placeholder=${typeof fallback === "object" ? `${fallback.fromNow} seconds from now` : "not set"}
      data-set=${Object.hasOwn(edit.params, name)}
      .value=${edit.params[name] ?? defaultText(param)}
      @input=${(event: Event) => onEdit(withParam(edit, named, (event.target as HTMLTextAreaElement).value))}
    ></textarea>
    <p id="param-${number}-source" class="small">
      ${param ? sourceView(param.evidence, param.source) : html`<span class="quiet">has no default</span>`}
    </p>
  </div>`;
}

function delayField({ edit, onEdit }: EditFormProps): TemplateResult {
  return html`<div class="field">
    <label for="delay">delay</label>
    <div class="delay">
      <select
        id="delay"
        data-set=${edit.delay !== ""}
        @change=${(event: Event) => onEdit({ ...edit, delay: (event.target as HTMLSelectElement).value as DelayKind })}
      >
        ${delays.map(({ kind, name }) => html`<option value=${kind} .selected=${kind === edit.delay}>${name}</option>`)}
      </select>
      ${
        edit.delay === "ms"
          ? html`<input
              type="number"
              aria-label="Milliseconds"
              min="0"
              step="any"
              required
              .value=${edit.milliseconds}
              @input=${(event: Event) => onEdit({ ...edit, milliseconds: (event.target as HTMLInputElement).value })}
            />`
          : nothing
      }
    </div>
  </div>`;
}

import { type LitElement, nothing, type TemplateResult } from "lit";
import { idOf } from "../catalog/activation.ts";
import type { Draft } from "./answer-form.ts";
import type { Copying } from "./copyable.ts";
import type { Edit } from "./edit.ts";
import type { PanelModel } from "./model.ts";
import type { Row } from "./row.ts";
import type { Selection } from "./selection.ts";

/** Edits the status, headers and body of an answer. The result is a custom scenario. */
export class AnswerEditor {
  readonly #host: LitElement;
  #form: typeof import("./answer-form.ts") | undefined;
  #draft: Draft | undefined;
  /** The id that was sent to the page. The form closes when the page has it. */
  #sent: string | undefined;

  constructor(host: LitElement) {
    this.#host = host;
  }

  /** Whether this row is edited. */
  isOpenFor(row: Row): boolean {
    return this.#draft?.of.id === row.id;
  }

  /** Its form is loaded when it is first opened. */
  async open(row: Row, edit: Edit): Promise<void> {
    if (!row.scenario) return;
    this.#form ??= await import("./answer-form.ts");
    this.#set(this.#form.toDraft(row, row.scenario, edit));
    await this.#focus("form.answer-editor input");
  }

  /** Closes the form when the page has taken what was sent. An answer that it rejects stays in the form. */
  update({ scenarios }: PanelModel, hasError: boolean): void {
    if (this.#sent === undefined || hasError || !scenarios.some(({ id }) => id === this.#sent)) return;
    this.#close();
  }

  render(copying: Copying, onUse: (selection: Selection) => void): TemplateResult | typeof nothing {
    if (!this.#draft || !this.#form) return nothing;
    return this.#form.answerForm(this.#draft, copying, {
      onChange: (draft) => this.#set(draft),
      onUse: (selection) => {
        this.#sent = idOf(selection.activations[0] ?? "");
        onUse(selection);
      },
      onCancel: () => this.#close(),
    });
  }

  #close(): void {
    this.#set(undefined);
    void this.#focus(".edit-answer button");
  }

  #set(draft: Draft | undefined): void {
    this.#draft = draft;
    this.#sent = undefined;
    this.#host.requestUpdate();
  }

  async #focus(selector: string): Promise<void> {
    await this.#host.updateComplete;
    this.#host.renderRoot.querySelector<HTMLElement>(selector)?.focus();
  }
}

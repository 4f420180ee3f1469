import { html, nothing, type TemplateResult } from "lit";
import { icon, type Shape } from "./marks.ts";

export interface ButtonOptions {
  readonly onClick: (event: Event) => void;
  readonly title?: string;
  /** The accessible name, when the text is not enough. */
  readonly label?: string;
  readonly icon?: Shape;
  readonly isPrimary?: boolean;
  readonly isDisabled?: boolean;
}

/** A button with text. */
export function button(text: string, options: ButtonOptions): TemplateResult {
  const { onClick, title, label, icon: shape, isPrimary, isDisabled = false } = options;
  return html`<button
    type="button"
    class=${isPrimary ? "button primary" : "button"}
    title=${title ?? nothing}
    aria-label=${label ?? nothing}
    ?disabled=${isDisabled}
    @click=${onClick}
  >
    ${shape ? icon(shape) : nothing} ${text}
  </button>`;
}

/** A button with an icon only. */
export function iconButton(
  shape: Shape,
  title: string,
  onClick: (event: Event) => void,
  isDisabled = false,
): TemplateResult {
  return html`<button type="button" class="icon-button" title=${title} ?disabled=${isDisabled} @click=${onClick}>
    ${icon(shape)}
  </button>`;
}

/** A button that looks like a link. */
export function linkButton(text: string, title: string, onClick: (event: Event) => void): TemplateResult {
  return html`<button type="button" class="link" title=${title || nothing} @click=${onClick}>${text}</button>`;
}

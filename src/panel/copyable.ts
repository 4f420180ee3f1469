import { css, type CSSResult, html, type TemplateResult } from "lit";
import { icon } from "./marks.ts";

/** Styles of text with a copy button. */
export const copyableStyles: CSSResult = css`
  .lines {
    display: grid;
    gap: 0.3em;
  }

  .lines > div {
    display: flex;
    align-items: center;
  }

  .lines dt {
    flex: none;
    width: 3.5em;
    color: var(--quiet);
  }

  .lines dd {
    display: flex;
    flex: 1;
    gap: 0.25em;
    align-items: center;
    justify-content: space-between;
    min-width: 0;
    padding: 0.1em 0.15em 0.1em 0.6em;
    border: 1px solid var(--line);
    border-radius: 5px;
    background: var(--inset);
  }

  .copyable {
    min-width: 0;
    overflow-wrap: anywhere;
  }
`;

/** The copy state and action of the panel. */
export interface Copying {
  /** The text that was copied last. */
  readonly copied: string | undefined;
  readonly copy: (text: string, event: Event) => void;
}

/** Monospaced text with a copy button. */
export function copyable(name: string, text: string, { copied, copy }: Copying): TemplateResult {
  return html`<code class="copyable">${text}</code>
    <button
      type="button"
      class="icon-button"
      title="Copy ${name}"
      data-copied=${copied === text}
      @click=${(event: Event) => copy(text, event)}
    >
      ${icon(copied === text ? "done" : "copy")}
    </button>`;
}

/** Copies a text. If the browser blocks this, selects the text before the button. Returns whether it was copied. */
export async function copyText(text: string, button: EventTarget | null): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const shown = button instanceof Element ? button.previousElementSibling : null;
    if (shown) getSelection()?.selectAllChildren(shown);
    return false;
  }
}

import { css, type CSSResult, html, type TemplateResult } from "lit";
import { closeIcon } from "./drawer-base.ts";

/** Styles of the notice. */
export const noticeStyles: CSSResult = css`
  .notice {
    flex: 0 1 auto;
    display: flex;
    align-items: start;
    gap: 8px;
    max-inline-size: min(420px, 100%);
    min-block-size: 0;
    overflow: auto;
    padding: 8px 8px 8px 14px;
    border: 1px solid var(--server-error);
    border-inline-start-width: 4px;
    border-radius: 8px;
    background: var(--paper);
    box-shadow: 0 6px 20px rgb(0 0 0 / 0.18);
    pointer-events: auto;
  }

  .notice p {
    margin: 6px 0;
    overflow-wrap: anywhere;
    user-select: text;
  }
`;

/** Shows messages until the user dismisses them. */
export function notice(problems: readonly string[], onDismiss: () => void): TemplateResult {
  return html`<div class="notice" role="alert">
    <div>${problems.map((problem) => html`<p>${problem}</p>`)}</div>
    <button type="button" class="icon" aria-label="Dismiss" @click=${onDismiss}>${closeIcon()}</button>
  </div>`;
}

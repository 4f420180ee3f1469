import { css, type CSSResult, html, type TemplateResult } from "lit";
import { closeIcon } from "./drawer-base.ts";

/** Styles of the notice. */
export const noticeStyles: CSSResult = css`
  .notice {
    position: absolute;
    right: calc(16px + env(safe-area-inset-right, 0px));
    bottom: calc(80px + var(--place, 0) * 64px + env(safe-area-inset-bottom, 0px));
    display: flex;
    align-items: start;
    gap: 8px;
    max-inline-size: min(420px, calc(100% - 32px));
    max-block-size: calc(100% - 96px);
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
export function notice(problems: readonly string[], place: number, onDismiss: () => void): TemplateResult {
  return html`<div class="notice" style="--place: ${place}" role="alert">
    <div>${problems.map((problem) => html`<p>${problem}</p>`)}</div>
    <button type="button" class="close" aria-label="Dismiss" @click=${onDismiss}>${closeIcon()}</button>
  </div>`;
}

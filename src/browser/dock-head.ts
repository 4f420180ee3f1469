import { css, type CSSResult, html, nothing, type TemplateResult } from "lit";
import { closeIcon, mark } from "./drawer-base.ts";
import { type Side, sides } from "./layout.ts";

/** Styles of the drawer's head. */
export const headStyles: CSSResult = css`
  .head {
    flex: none;
    display: flex;
    align-items: center;
    gap: 8px;
    padding: 6px 8px 6px 16px;
    border-block-end: 1px solid var(--line);
  }

  :host(:not([data-side="bottom"])) .head {
    padding-block-start: calc(6px + env(safe-area-inset-top, 0px));
  }

  b {
    white-space: nowrap;
  }

  .hint {
    color: var(--quiet);
    white-space: nowrap;
  }

  kbd {
    padding: 1px 5px;
    border: 1px solid var(--line);
    border-radius: 4px;
    font: 11px / 1.4 var(--mono);
  }

  .controls {
    display: flex;
    align-items: center;
    margin-inline-start: auto;
  }

  .text {
    min-block-size: 32px;
    padding: 0 8px;
    border-radius: 6px;
    color: var(--quiet);
    white-space: nowrap;
  }

  .icon[aria-pressed="true"] {
    color: var(--accent);
  }

  .icon[aria-pressed="true"] path {
    fill: currentColor;
  }

  .icon:not([aria-pressed="true"], .close) {
    color: var(--quiet);
  }

  @container dock (width < 460px) {
    .hint {
      display: none;
    }
  }

  @container dock (width < 380px) {
    .sides ~ .text {
      padding-inline: 4px;
    }

    .head:has(.sides) b {
      display: none;
    }
  }

  @media (hover: none) {
    .hint {
      display: none;
    }
  }

  @media (forced-colors: active) {
    .icon[aria-pressed="true"] {
      background: Highlight;
      color: HighlightText;
      forced-color-adjust: none;
    }
  }
`;

export interface HeadProps {
  readonly side: Side;
  /** Whether the user can choose the side. */
  readonly isMovable: boolean;
  readonly isButtonHidden: boolean;
  readonly onMove: (side: Side) => void;
  readonly onHideButton: (isHidden: boolean) => void;
  readonly onClose: () => void;
}

/** The title of the drawer, and what the user can do with the drawer. */
export function dockHead({
  side,
  isMovable,
  isButtonHidden,
  onMove,
  onHideButton,
  onClose,
}: HeadProps): TemplateResult {
  return html`<div class="head">
    ${mark()} <b>Auth0 mock</b> <span class="hint"><kbd>Alt</kbd> <kbd>0</kbd></span>
    <div class="controls">
      ${
        isMovable
          ? html`<div class="sides controls" role="group" aria-label="Side of the page">
              ${sides.map(
                (each) =>
                  html`<button
                    type="button"
                    class="icon"
                    aria-label=${labels[each]}
                    aria-pressed=${each === side}
                    title=${labels[each]}
                    @click=${() => onMove(each)}
                  >
                    ${sideIcon(each)}
                  </button>`,
              )}
            </div>`
          : nothing
      }
      <button
        type="button"
        class="text"
        title=${
          isButtonHidden
            ? "Show the button again while the drawer is closed"
            : "Hide the button while the drawer is closed. Alt+0 still opens the drawer."
        }
        @click=${() => onHideButton(!isButtonHidden)}
      >
        ${isButtonHidden ? "Show button" : "Hide button"}
      </button>
      <button type="button" class="icon close" aria-label="Close" title="Close (Escape)" @click=${onClose}>
        ${closeIcon()}
      </button>
    </div>
  </div>`;
}

const labels: Readonly<Record<Side, string>> = { left: "Dock left", bottom: "Dock at the bottom", right: "Dock right" };

/** A window with a part at one side. */
function sideIcon(side: Side): TemplateResult {
  const part = { left: "M3.5 4.5h2.5v7h-2.5z", bottom: "M3.5 9h9v2.5h-9z", right: "M10 4.5h2.5v7h-2.5z" }[side];
  return html`<svg viewBox="0 0 16 16" aria-hidden="true">
    <rect x="1.5" y="2.5" width="13" height="11" rx="2" />
    <path d=${part} />
  </svg>`;
}

import { css, type CSSResult, html, type TemplateResult } from "lit";
import { followPointer } from "./drag.ts";
import { defaultLayout, type Dock } from "./layout.ts";

/** Styles of the separator. */
export const separatorStyles: CSSResult = css`
  .separator {
    --reach: 9px;

    position: absolute;
    z-index: 1;
    display: grid;
    place-content: stretch center;
    outline: none;
    touch-action: none;
  }

  /* A finger needs more. */
  @media (pointer: coarse) {
    .separator {
      --reach: 17px;
    }
  }

  :host(:not([data-side="bottom"])) .separator {
    inset-block: 0;
    inline-size: var(--reach);
    cursor: col-resize;
  }

  :host([data-side="right"]) .separator {
    left: calc(var(--reach) / -2);
  }

  :host([data-side="left"]) .separator {
    right: calc(var(--reach) / -2);
  }

  :host([data-side="bottom"]) .separator {
    place-content: center stretch;
    top: calc(var(--reach) / -2);
    inset-inline: 0;
    block-size: var(--reach);
    cursor: row-resize;
  }

  .separator::after {
    content: "";
    min-inline-size: 3px;
    min-block-size: 3px;
    forced-color-adjust: none;
  }

  .separator:is(:hover, :active, :focus-visible)::after {
    background: var(--accent);
  }

  @media (forced-colors: active) {
    .separator:is(:hover, :active, :focus-visible)::after {
      background: Highlight;
    }
  }
`;

/** By how many pixels an arrow key changes the size. */
const step = 16;

/** The border between the page and the drawer. Dragging it, or an arrow key on it, changes the size of the drawer. */
export function separator({ side, dimension, size, min, max }: Dock, onResize: (size: number) => void): TemplateResult {
  const resize = (wanted: number): void => onResize(Math.round(Math.min(Math.max(wanted, min), max)));
  const onPointerdown = (event: PointerEvent): void =>
    followPointer(event, {
      threshold: 1,
      onMove: (x, y) => resize(size + { left: x, right: -x, bottom: -y }[side]),
    });
  const onKeydown = (event: KeyboardEvent): void => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const wanted = sizeAfter(event.key);
    if (wanted === undefined) return;
    event.preventDefault();
    resize(wanted);
  };
  const sizeAfter = (key: string): number | undefined => {
    if (key === "Home") return min;
    if (key === "End") return max;
    if (key === grow[side]) return size + step;
    return key === shrink[side] ? size - step : undefined;
  };
  return html`<div
    class="separator"
    role="separator"
    tabindex="0"
    aria-label="Size of the drawer"
    aria-orientation=${side === "bottom" ? "horizontal" : "vertical"}
    aria-valuenow=${size}
    aria-valuemin=${min}
    aria-valuemax=${max}
    aria-valuetext="${size} pixels"
    title="Drag, or press an arrow key. A double click restores the size."
    @pointerdown=${onPointerdown}
    @dblclick=${() => resize(defaultLayout[dimension])}
    @keydown=${onKeydown}
  ></div>`;
}

const grow = { left: "ArrowRight", right: "ArrowLeft", bottom: "ArrowUp" };
const shrink = { left: "ArrowLeft", right: "ArrowRight", bottom: "ArrowDown" };

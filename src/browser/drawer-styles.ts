import { css, type CSSResult } from "lit";

/** How the button and the drawer look, whatever the page does to all of its elements. */
export const drawerStyles: CSSResult = css`
  /* Inside a shadow tree, "important" wins over the page's own "important". */
  :host {
    all: initial !important;
    position: fixed !important;
    inset: 0 !important;
    z-index: 2147483647 !important;
    display: block !important;
    color-scheme: light dark !important;
    direction: ltr !important;
    unicode-bidi: isolate !important;
    pointer-events: none !important;
    font: 13px / 1.4 var(--sans) !important;
    color: var(--ink) !important;
    -webkit-text-size-adjust: 100% !important;
  }

  *,
  ::before,
  ::after {
    box-sizing: border-box;
  }

  button {
    margin: 0;
    border: 0;
    background: none;
    font: inherit;
    color: inherit;
    cursor: pointer;
    pointer-events: auto;
    -webkit-tap-highlight-color: transparent;
  }

  :focus-visible {
    outline: 2px solid var(--accent);
    outline-offset: 2px;
  }

  svg {
    flex: none;
    inline-size: 16px;
    block-size: 16px;
    fill: none;
    stroke: currentColor;
    stroke-width: 1.5;
    stroke-linecap: round;
    stroke-linejoin: round;
  }

  .mark {
    color: var(--accent);
  }

  .only-heard {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }

  #toggle {
    --bottom: calc(16px + var(--place, 0) * 64px + env(safe-area-inset-bottom, 0px));

    position: absolute;
    right: calc(16px + env(safe-area-inset-right, 0px));
    bottom: var(--bottom);
    display: flex;
    align-items: center;
    gap: 8px;
    max-inline-size: min(460px, calc(100% - 32px));
    min-block-size: 40px;
    padding: 8px 14px 8px 12px;
    border: 1px solid var(--border);
    border-radius: 20px;
    background: var(--paper);
    box-shadow:
      0 1px 2px rgb(0 0 0 / 0.12),
      0 6px 20px rgb(0 0 0 / 0.18);
    transition:
      border-color 0.15s,
      box-shadow 0.15s;
  }

  #toggle:hover {
    border-color: var(--accent);
  }

  #toggle.forced {
    border-color: var(--accent);
    box-shadow:
      0 0 0 1px var(--accent),
      0 6px 20px rgb(0 0 0 / 0.18);
  }

  :host([open]) #toggle {
    visibility: hidden;
  }

  .answers {
    display: grid;
    gap: 2px;
    min-inline-size: 0;
    text-align: start;
  }

  .answer {
    display: flex;
    gap: 8px;
    min-inline-size: 0;
    font: 600 12px / 1.4 var(--mono);
  }

  .name {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .endpoint {
    font-weight: 400;
    color: var(--quiet);
  }

  .status {
    color: var(--no-answer);
  }

  .status[data-class="2"] {
    color: var(--success);
  }

  .status[data-class="3"] {
    color: var(--redirect);
  }

  .status[data-class="4"] {
    color: var(--client-error);
  }

  .status[data-class="5"] {
    color: var(--server-error);
  }

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

  .close {
    flex: none;
    display: grid;
    place-content: center;
    inline-size: 32px;
    block-size: 32px;
    padding: 0;
    border-radius: 6px;
  }

  .close:hover {
    background: var(--inset);
  }

  #drawer {
    position: absolute;
    inset-block: 0;
    right: 0;
    display: flex;
    flex-direction: column;
    inline-size: min(480px, 100%);
    border-inline-start: 1px solid var(--line);
    background: var(--paper);
    box-shadow: 0 0 32px rgb(0 0 0 / 0.22);
    pointer-events: auto;
    overscroll-behavior: contain;
    transition:
      translate 0.18s cubic-bezier(0.2, 0, 0, 1),
      visibility 0.18s;
  }

  #drawer:focus {
    outline: none;
  }

  :host(:not([open])) #drawer {
    visibility: hidden;
    box-shadow: none;
    translate: 100%;
  }

  .head {
    flex: none;
    display: flex;
    align-items: center;
    gap: 8px;
    padding: 6px 8px 6px 16px;
    padding-block-start: calc(6px + env(safe-area-inset-top, 0px));
    border-block-end: 1px solid var(--line);
  }

  .hint {
    margin-inline-start: auto;
    color: var(--quiet);
  }

  kbd {
    padding: 1px 5px;
    border: 1px solid var(--line);
    border-radius: 4px;
    font: 11px / 1.4 var(--mono);
  }

  auth0-scenarios {
    flex: 1;
    min-block-size: 0;
  }

  @media (max-width: 520px) {
    .endpoint {
      display: none;
    }
  }

  @media (hover: none) {
    .hint {
      visibility: hidden;
    }
  }

  @media (prefers-reduced-motion: reduce) {
    #toggle,
    #drawer {
      transition: none;
    }
  }

  @media print {
    :host {
      display: none !important;
    }
  }
`;

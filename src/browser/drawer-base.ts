import { css, type CSSResult, html, type TemplateResult } from "lit";

/** Styles of the element around all others. The page's own styles do not affect it. */
export const hostStyles: CSSResult = css`
  /* "!important" in a shadow tree overrides "!important" in the page. */
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

  @media print {
    :host {
      display: none !important;
    }
  }
`;

/** Styles shared by the button, the notice and the drawer. */
export const controlStyles: CSSResult = css`
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

  .icon {
    flex: none;
    display: grid;
    place-content: center;
    inline-size: 32px;
    block-size: 32px;
    padding: 0;
    border-radius: 6px;
  }

  :is(.icon, .text):hover {
    background: var(--inset);
  }
`;

/** The logo. */
export function mark(): TemplateResult {
  return html`<svg class="mark" viewBox="0 0 16 16" aria-hidden="true">
    <path d="M8 1.2 13.6 3v4.3c0 3.6-2.2 6.1-5.6 7.5-3.4-1.4-5.6-3.9-5.6-7.5V3Z" />
    <path d="M8 5v3.4m0 2.4v.1" />
  </svg>`;
}

/** A triangle with an exclamation mark. */
export function alertIcon(): TemplateResult {
  return html`<svg viewBox="0 0 16 16" aria-hidden="true"><path d="M8 6v3.2m0 2.3v.1M8 2 1.5 13.5h13Z" /></svg>`;
}

/** The icon of a close button. */
export function closeIcon(): TemplateResult {
  return html`<svg viewBox="0 0 16 16" aria-hidden="true"><path d="m4 4 8 8m0-8-8 8" /></svg>`;
}

import { css, type CSSResult } from "lit";

/** Styles shared by all views: text, buttons and fields. */
export const baseStyles: CSSResult = css`
  :host {
    display: block;
    height: 100%;
    min-height: 0;
    container: panel / inline-size;
  }

  :host([hidden]) {
    display: none;
  }

  *,
  ::before,
  ::after {
    box-sizing: border-box;
  }

  :is(h2, h3, p, ul, ol, dl, dd, pre) {
    margin: 0;
    padding: 0;
  }

  :is(ul, ol) {
    list-style: none;
  }

  .panel {
    display: flex;
    flex-direction: column;
    height: 100%;
    background: var(--paper);
    color: var(--ink);
    font: var(--size) / 1.5 var(--sans);
    -webkit-font-smoothing: antialiased;
  }

  :is(button, input, select, textarea) {
    margin: 0;
    font: inherit;
    color: inherit;
  }

  :is(code, pre, textarea, .name, .path, .group-name, .headers, .start-line, .status, .to, .search input) {
    font-family: var(--mono);
    font-size: calc(var(--size) * 0.9231);
  }

  :is(:focus-visible, .button:has(:focus-visible)) {
    outline: 2px solid var(--accent);
    outline-offset: 1px;
  }

  a {
    color: var(--accent);
    text-underline-offset: 0.2em;
    text-decoration-thickness: 1px;
  }

  svg {
    flex: none;
    width: 1.0769em;
    height: 1.0769em;
    fill: none;
    stroke: currentcolor;
    stroke-width: 1.5;
    stroke-linecap: round;
    stroke-linejoin: round;
  }

  .quiet {
    color: var(--quiet);
  }

  .small {
    font-size: 0.9231em;
  }

  .visually-hidden {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }

  .alert {
    display: flex;
    gap: 0.5em;
    align-items: start;
    padding: 0.5em 0.75em;
    border-bottom: 1px solid var(--server-error);
    background: color-mix(in srgb, var(--server-error) 10%, var(--paper));
    color: var(--server-error);
    overflow-wrap: anywhere;
  }

  .alert svg {
    margin-top: 0.2em;
  }

  .empty {
    flex: 1;
    padding: 1.5em 0.75em;
    color: var(--quiet);
    text-align: center;
    text-wrap: balance;
  }

  .button,
  select,
  input,
  textarea {
    min-height: 2.1539em;
    border: 1px solid var(--border);
    border-radius: 5px;
    background: var(--paper);
  }

  .button {
    display: inline-flex;
    flex: none;
    gap: 0.4em;
    align-items: center;
    padding: 0 0.75em;
    color: inherit;
    font-weight: 550;
    text-decoration: none;
    cursor: pointer;
  }

  .button:hover {
    background: var(--inset);
  }

  :is(.button, .icon-button):disabled {
    opacity: 0.45;
    cursor: default;
  }

  .button.primary {
    border-color: var(--accent);
    background: var(--accent);
    color: var(--on-accent);
  }

  .button.primary:hover {
    background: color-mix(in srgb, var(--accent) 88%, var(--ink));
  }

  @media (forced-colors: active) {
    .button.primary {
      forced-color-adjust: none;
      border-color: Highlight;
      background: Highlight;
      color: HighlightText;
    }
  }

  .link {
    min-height: 1.8462em;
    padding: 0;
    border: 0;
    background: none;
    color: var(--accent);
    text-decoration: underline 1px;
    text-underline-offset: 0.2em;
    overflow-wrap: anywhere;
    text-align: left;
    cursor: pointer;
  }

  .icon-button {
    display: grid;
    flex: none;
    place-items: center;
    width: 2em;
    height: 2em;
    border: 0;
    border-radius: 4px;
    background: none;
    color: var(--quiet);
    cursor: pointer;
  }

  .icon-button:hover {
    background: color-mix(in srgb, var(--ink) 8%, transparent);
    color: var(--ink);
  }

  .icon-button[data-copied="true"] {
    color: var(--success);
  }

  select {
    width: 100%;
    min-width: 0;
    padding: 0 0.25em;
    text-overflow: ellipsis;
  }

  :is(input, textarea) {
    width: 100%;
    min-width: 0;
    padding: 0.25em 0.5em;
  }

  ::placeholder {
    color: var(--quiet);
    opacity: 1;
  }

  :is(select, textarea)[data-set="true"] {
    border-color: var(--accent);
    background: color-mix(in srgb, var(--accent) 7%, var(--paper));
  }

  h3 {
    margin-block: 0.5em 0.35em;
    color: var(--quiet);
    font-size: 0.9231em;
    font-weight: 600;
  }

  .count {
    color: var(--quiet);
    font-size: 0.9231em;
    font-weight: 400;
    font-variant-numeric: tabular-nums;
  }

  .entry {
    border-bottom: 1px solid var(--line);
  }

  .when {
    font-size: 0.9231em;
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
  }
`;

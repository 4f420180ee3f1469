import { css } from "lit";

/** How the switcher looks. */
export const styles = css`
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

  :focus-visible {
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

  .only-heard,
  .option .evidence span {
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

  /* Buttons and fields */

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
    font-weight: 550;
    cursor: pointer;
  }

  .button:hover {
    background: var(--inset);
  }

  .button.primary {
    border-color: var(--accent);
    background: var(--accent);
    color: var(--on-accent);
  }

  .button.primary:hover {
    background: color-mix(in srgb, var(--accent) 88%, var(--ink));
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

  /* Marks */

  .status {
    --tone: var(--client-error);

    flex: none;
    display: inline-block;
    min-width: 2.75em;
    padding: 0 0.35em;
    border-radius: 4px;
    background: color-mix(in srgb, var(--tone) 11%, var(--paper));
    color: var(--tone);
    font-weight: 600;
    font-variant-numeric: tabular-nums;
    line-height: 1.5;
    text-align: center;
  }

  .status[data-class="2"] {
    --tone: var(--success);
  }

  .status[data-class="3"] {
    --tone: var(--redirect);
  }

  .status[data-class="5"] {
    --tone: var(--server-error);
  }

  .status[data-class="none"] {
    --tone: var(--no-answer);
  }

  .status[data-class="live"] {
    --tone: var(--accent);
  }

  .on {
    flex: none;
    padding: 0 0.5em;
    border-radius: 1em;
    background: var(--accent);
    color: var(--on-accent);
    font-size: 0.8462em;
    font-weight: 600;
    line-height: 1.5;
  }

  .evidence {
    white-space: nowrap;
  }

  .evidence::before {
    content: "";
    display: inline-block;
    width: 0.6154em;
    height: 0.6154em;
    margin-right: 0.4em;
    border: 1.5px solid var(--quiet);
    border-radius: 50%;
  }

  .evidence[data-evidence="documented"]::before {
    background: var(--quiet);
  }

  .evidence[data-evidence="observed"]::before {
    background: linear-gradient(90deg, var(--quiet) 50%, transparent 50%);
  }

  .source {
    color: var(--quiet);
    overflow-wrap: anywhere;
  }

  .source::before {
    content: "· ";
  }

  /* What is switched on */

  .now {
    display: flex;
    flex: none;
    gap: 0.5em 0.75em;
    align-items: center;
    justify-content: space-between;
    padding: 0.5em 0.75em;
    background: var(--inset);
  }

  .now ul {
    display: flex;
    flex: 1;
    flex-wrap: wrap;
    gap: 0.25em 1.5em;
    min-width: 0;
  }

  .now li {
    display: flex;
    flex-wrap: wrap;
    gap: 0 0.25em;
    align-items: center;
    min-width: 0;
  }

  .now .path {
    color: var(--quiet);
  }

  .now li button {
    display: flex;
    gap: 0.5em;
    align-items: center;
    min-width: 0;
    min-height: 1.9231em;
    padding: 0 0.35em;
    border: 0;
    border-radius: 5px;
    background: none;
    cursor: pointer;
  }

  .now li button:hover {
    background: color-mix(in srgb, var(--ink) 7%, transparent);
  }

  .now .name {
    font-weight: 600;
    overflow-wrap: anywhere;
    text-align: left;
  }

  /* The three views */

  .tabs {
    display: flex;
    flex: none;
    gap: 0.25em;
    padding-inline: 0.5em;
    border-bottom: 1px solid var(--line);
    background: var(--inset);
  }

  .tabs button {
    padding: 0.3em 0.5em;
    border: 0;
    border-bottom: 2px solid transparent;
    background: none;
    color: var(--quiet);
    font-weight: 550;
    text-transform: capitalize;
    cursor: pointer;
  }

  .tabs button:focus-visible {
    outline-offset: -2px;
    border-radius: 5px;
  }

  .tabs button:hover,
  .tabs [aria-selected="true"] {
    color: var(--ink);
  }

  .tabs [aria-selected="true"] {
    border-color: var(--accent);
  }

  .count {
    color: var(--quiet);
    font-size: 0.9231em;
    font-weight: 400;
    font-variant-numeric: tabular-nums;
  }

  .view {
    flex: 1;
    min-height: 0;
    overflow: auto;
    overscroll-behavior: contain;
    scrollbar-width: thin;
  }

  /* The list */

  .list-pane {
    display: flex;
    flex-direction: column;
    min-width: 0;
    min-height: 0;
    border-bottom: 1px solid var(--line);
    container: list / inline-size;
  }

  .filter {
    display: grid;
    flex: none;
    grid-template-columns: repeat(3, minmax(0, 1fr));
    gap: 0.4em;
    padding: 0.5em;
    border-bottom: 1px solid var(--line);
  }

  .filter select {
    padding: 0;
    font-size: 0.9231em;
  }

  .search {
    display: flex;
    grid-column: 1 / -1;
    align-items: center;
    padding: 0 0.25em 0 0.5em;
    border: 1px solid var(--border);
    border-radius: 5px;
    color: var(--quiet);
  }

  .search:focus-within {
    outline: 2px solid var(--accent);
    outline-offset: 1px;
  }

  .search input {
    flex: 1;
    border: 0;
    outline: 0;
    background: none;
    color: var(--ink);
  }

  .search .count {
    padding-inline: 0.25em;
    white-space: nowrap;
  }

  .search .icon-button {
    height: 1.8462em;
  }

  .list {
    flex: 1;
    min-height: 0;
    max-height: 15em;
    overflow: auto;
    overscroll-behavior: contain;
    scrollbar-width: thin;
  }

  .list:focus-visible {
    outline-offset: -2px;
  }

  .group-name {
    position: sticky;
    top: 0;
    z-index: 1;
    padding: 0.25em 0.75em;
    border-bottom: 1px solid var(--line);
    background: var(--inset);
    color: var(--quiet);
  }

  .method {
    font-weight: 600;
  }

  .option {
    display: flex;
    gap: 0.6em;
    align-items: center;
    min-height: 2em;
    padding: 0.1em 0.75em 0.1em 0.6em;
    border-left: 3px solid transparent;
    cursor: default;
  }

  .option:hover {
    background: var(--inset);
  }

  .option[data-active="true"] {
    border-color: var(--accent);
  }

  .option[aria-selected="true"] {
    background: color-mix(in srgb, var(--accent) 13%, var(--paper));
  }

  .option :is(.name, .tenant) {
    flex: 1;
    min-width: 0;
    overflow-wrap: anywhere;
  }

  .option .evidence {
    flex: none;
    color: var(--quiet);
    font-size: 0.8462em;
  }

  .option .evidence::before {
    margin: 0;
  }

  @container list (min-width: 27em) {
    .option .evidence {
      width: 8em;
    }

    .option .evidence::before {
      margin-right: 0.5em;
    }

    .option .evidence span {
      position: static;
      width: auto;
      clip-path: none;
    }
  }

  .keys {
    display: none;
    flex: none;
    flex-wrap: wrap;
    gap: 0.25em 0.9em;
    padding: 0.4em 0.75em;
    border-block-start: 1px solid var(--line);
    color: var(--quiet);
    font-size: 0.8462em;
  }

  kbd {
    padding: 0 0.3em;
    border: 1px solid var(--line);
    border-radius: 3px;
    background: var(--inset);
    font-family: var(--mono);
    line-height: 1.3;
  }

  /* One scenario */

  .detail {
    display: grid;
    gap: 0.6em;
    align-content: start;
    min-width: 0;
    padding: 0 0.75em 1.5em;
    scrollbar-width: thin;
  }

  .detail header {
    display: flex;
    gap: 0.6em;
    align-items: center;
    padding-top: 0.75em;
  }

  h2 {
    display: flex;
    gap: 0.5em;
    align-items: start;
    min-width: 0;
    font-size: 1.1539em;
    font-weight: 600;
    line-height: 1.4;
    overflow-wrap: anywhere;
  }

  h2 > :is(.name, .status) {
    font-size: 1em;
  }

  h3 {
    margin-block: 0.5em 0.35em;
    color: var(--quiet);
    font-size: 0.9231em;
    font-weight: 600;
  }

  .actions {
    position: sticky;
    top: 0;
    z-index: 1;
    display: flex;
    flex-wrap: wrap;
    gap: 0.4em;
    margin-inline: -0.75em;
    padding: 0.4em 0.75em;
    background: var(--paper);
  }

  .edit {
    display: grid;
    gap: 0.5em;
    justify-items: start;
  }

  .field {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.1em 0.75em;
    width: 100%;
  }

  .field label {
    font-weight: 550;
  }

  textarea {
    display: block;
    max-height: 12em;
    resize: vertical;
    overflow-wrap: anywhere;
  }

  @supports (field-sizing: content) {
    textarea {
      resize: none;
      field-sizing: content;
    }
  }

  .delay {
    display: flex;
    gap: 0.4em;
  }

  .delay select {
    max-width: 15em;
  }

  .delay input {
    max-width: 7em;
  }

  .message {
    padding: 0.5em 0.75em;
    border: 1px solid var(--line);
    border-radius: 5px;
    background: var(--inset);
    overflow-wrap: anywhere;
  }

  .message > * + :is(pre, p) {
    margin-top: 0.4em;
  }

  .headers {
    color: var(--quiet);
  }

  pre {
    line-height: 1.5;
    white-space: pre-wrap;
    overflow-wrap: anywhere;
  }

  .json-key {
    color: var(--accent);
  }

  .json-string {
    color: var(--success);
  }

  .json-number {
    color: var(--client-error);
  }

  .json-word {
    color: var(--no-answer);
  }

  .json-masked {
    color: var(--quiet);
    font-style: italic;
  }

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

  .detail > :is(p, form, section) {
    max-width: 64em;
  }

  /* Calls and inbox */

  .entry {
    border-bottom: 1px solid var(--line);
  }

  summary {
    display: grid;
    grid-template-columns: auto auto minmax(0, 1fr) auto;
    gap: 0 0.6em;
    align-items: center;
    padding: 0.4em 0.75em;
    cursor: pointer;
    list-style: none;
    overflow-wrap: anywhere;
  }

  summary::-webkit-details-marker {
    display: none;
  }

  summary:hover {
    background: var(--inset);
  }

  summary svg {
    color: var(--quiet);
  }

  [open] > summary svg {
    rotate: 90deg;
  }

  summary:focus-visible {
    outline-offset: -2px;
  }

  summary .name {
    grid-column: 3 / -1;
  }

  .reason {
    grid-row: 2;
    grid-column: 3;
  }

  summary .when {
    grid-row: 2;
    grid-column: 4;
  }

  .when {
    font-size: 0.9231em;
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
  }

  .exchange {
    display: grid;
    gap: 0 0.75em;
    padding: 0 0.75em 0.75em;
  }

  .exchange .small {
    margin-top: 0.5em;
  }

  .letter {
    display: grid;
    gap: 0.4em;
    padding: 0.6em 0.75em;
  }

  .letter > p {
    display: flex;
    flex-wrap: wrap;
    gap: 0 0.5em;
    align-items: baseline;
    overflow-wrap: anywhere;
  }

  .code .copyable {
    font-size: 1.1539em;
    font-weight: 600;
    letter-spacing: 0.08em;
  }

  /* Where there is room: the list beside the scenario. */

  @container panel (min-width: 640px) {
    .view[data-tab="scenarios"] {
      display: grid;
      grid-template-rows: minmax(0, 1fr);
      grid-template-columns: minmax(17em, 2fr) minmax(0, 3fr);
      overflow: hidden;
    }

    .list-pane {
      border-bottom: 0;
      border-right: 1px solid var(--line);
    }

    .list {
      max-height: none;
    }

    .keys {
      display: flex;
    }

    .detail {
      padding-inline: 1.25em;
      overflow: auto;
      overscroll-behavior: contain;
    }

    .actions {
      margin-inline: -1.25em;
      padding-inline: 1.25em;
    }

    .exchange {
      grid-template-columns: 1fr 1fr;
    }

    .letter .when {
      margin-left: auto;
    }
  }

  @container panel (min-width: 900px) {
    .field {
      grid-template-columns: minmax(5em, auto) minmax(0, 1fr);
      align-items: center;
    }

    .field p {
      grid-column: 2;
    }

    summary {
      grid-template-columns: auto auto auto minmax(0, 1fr) auto;
    }

    summary .name {
      grid-column: 3;
    }

    .reason {
      grid-row: 1;
      grid-column: 4;
    }

    summary .when {
      grid-row: 1;
      grid-column: 5;
    }
  }

  @media (forced-colors: active) {
    .option[aria-selected="true"] {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }
  }
`;

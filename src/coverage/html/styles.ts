/** Marks a text as CSS, for editors and the formatter. */
const css = String.raw;

const colors = css`
  :root {
    color-scheme: light dark;
    --paper: light-dark(#ffffff, #15181d);
    --inset: light-dark(#f5f6f8, #1c2027);
    --ink: light-dark(#1a2029, #e7eaef);
    --quiet: light-dark(#586272, #9ca6b5);
    --line: light-dark(#dfe3e8, #2e343e);
    --border: light-dark(#868f9d, #6d7787);
    --accent: light-dark(#3350c8, #a3b6ff);
    --good: light-dark(#146c3a, #74d69d);
    --bad: light-dark(#b0251c, #ff9f96);
    --sans: ui-sans-serif, system-ui, "Segoe UI", "Helvetica Neue", Arial, sans-serif;
    --mono: ui-monospace, "SF Mono", "Cascadia Code", Menlo, Consolas, "Liberation Mono", monospace;
  }

  [data-state] {
    --state: var(--quiet);
  }

  [data-state="says"] {
    --state: var(--good);
  }

  [data-state="silent"] {
    --state: light-dark(#6a3da6, #cbadff);
  }

  [data-state="raw"] {
    --state: var(--bad);
  }

  [data-state="dead end"] {
    --state: light-dark(#9c1f68, #f59bcd);
  }

  [data-state="not announced"] {
    --state: light-dark(#875000, #efbb66);
  }

  [data-state="unseen"] {
    --state: light-dark(#0b6285, #7cc9ee);
  }
`;

const text = css`
  *,
  ::before,
  ::after {
    box-sizing: border-box;
  }

  :is(h1, h2, h3, p, dl, dd, dt, pre, blockquote, fieldset) {
    margin: 0;
    padding: 0;
  }

  body {
    max-width: 84rem;
    margin: 0 auto;
    padding: clamp(1.5rem, 4vw, 4rem) clamp(1rem, 4vw, 4rem) 6rem;
    background: var(--paper);
    color: var(--ink);
    font: 1rem/1.5 var(--sans);
    overflow-wrap: anywhere;
    -webkit-font-smoothing: antialiased;
  }

  :is(code, pre, .status) {
    font-family: var(--mono);
    font-size: 0.9em;
  }

  a {
    color: var(--accent);
    text-underline-offset: 0.2em;
    text-decoration-thickness: 1px;
  }

  :focus-visible {
    outline: 2px solid var(--accent);
    outline-offset: 2px;
  }

  h1 {
    font-size: clamp(2rem, 5vw, 3.25rem);
    line-height: 1.1;
    letter-spacing: -0.025em;
    text-wrap: balance;
  }

  h2 {
    margin-top: clamp(3.5rem, 7vw, 5.5rem);
    padding-bottom: 0.75rem;
    font-size: 1.375rem;
    line-height: 1.3;
    letter-spacing: -0.01em;
  }

  h3 {
    font-size: 1rem;
    text-wrap: pretty;
  }

  blockquote {
    font-size: clamp(1.2rem, 1.6vw, 1.4rem);
    font-weight: 500;
    line-height: 1.4;
    letter-spacing: -0.01em;
    text-wrap: pretty;
  }

  pre {
    white-space: pre-wrap;
  }

  .eyebrow,
  .count,
  .intro,
  .why,
  .where,
  .when,
  .nothing,
  .facts dt {
    color: var(--quiet);
  }

  .eyebrow {
    margin-bottom: 0.5rem;
    font-weight: 600;
  }

  .lead {
    max-width: 46rem;
    margin-block: 1rem 2rem;
    font-size: 1.125rem;
    text-wrap: balance;
  }

  .intro {
    max-width: 46rem;
    padding-bottom: 1.25rem;
  }

  .count {
    font-size: 1rem;
    font-weight: 400;
    font-variant-numeric: tabular-nums;
  }

  .direction {
    margin-bottom: 0.35rem;
    font-weight: 600;
  }

  :is(.where, .when, .facts, .id, .missing, .direction, .shared dd) {
    font-size: 0.875rem;
  }

  .id {
    color: var(--quiet);
    text-decoration: none;
  }

  .id:hover {
    color: var(--accent);
    text-decoration: underline;
  }

  .nothing {
    font-size: clamp(1.2rem, 1.6vw, 1.4rem);
    font-style: italic;
    line-height: 1.35;
  }

  .visually-hidden {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
`;

const overview = css`
  .bar {
    display: flex;
    gap: 3px;
    height: 0.75rem;
  }

  .bar i {
    flex-basis: 0;
    min-width: 5px;
    border-radius: 2px;
    background: var(--state);
  }

  .bar i:first-child {
    border-start-start-radius: 99px;
    border-end-start-radius: 99px;
  }

  .bar i:last-child {
    border-start-end-radius: 99px;
    border-end-end-radius: 99px;
  }

  :is(.bar, .filter) [data-state^="not "]:not([data-state="not announced"]) {
    --state: var(--line);
  }

  .filter {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem;
    margin-top: 1rem;
    border: 0;
  }

  .filter label {
    display: flex;
    gap: 0.45em;
    align-items: baseline;
    padding: 0.4rem 0.9rem 0.4rem 0.75rem;
    border: 1px solid var(--line);
    border-radius: 99px;
    cursor: pointer;
  }

  .filter label:hover {
    border-color: var(--border);
  }

  .filter label:has(:checked) {
    border-color: var(--ink);
    box-shadow: inset 0 0 0 1px var(--ink);
  }

  .filter label:has(:focus-visible) {
    outline: 2px solid var(--accent);
    outline-offset: 2px;
  }

  .filter input {
    position: absolute;
    opacity: 0;
  }

  .filter label:not([data-state="all"])::before {
    align-self: center;
    width: 0.7em;
    height: 0.7em;
    border-radius: 50%;
    background: var(--state);
    content: "";
  }

  .filter b {
    font-variant-numeric: tabular-nums;
  }
`;

const entries = css`
  article {
    display: grid;
    gap: 1rem 3rem;
    padding-block: 1.75rem;
    border-top: 1px solid var(--line);
  }

  article:target {
    background: linear-gradient(var(--inset) 0 0) center / calc(100% + 2rem) 100% no-repeat;
    box-shadow: 0 0 0 1rem var(--inset);
    clip-path: inset(0 -1rem);
  }

  .facts {
    display: grid;
    gap: 0.25rem;
    margin-top: 0.75rem;
  }

  .facts div {
    display: grid;
    grid-template-columns: 4.25rem 1fr;
  }

  .description {
    display: block;
    color: var(--quiet);
  }

  .said {
    display: grid;
    gap: 0.6rem;
    align-content: start;
  }

  .said pre {
    padding: 0.6rem 0.9rem;
    border-radius: 6px;
    background: var(--inset);
  }

  .chip {
    display: inline-block;
    padding: 0.1em 0.7em;
    border: 1px solid transparent;
    border-radius: 99px;
    background: color-mix(in srgb, var(--state) 11%, var(--paper));
    color: var(--state);
    font-size: 0.8125rem;
    font-weight: 600;
  }

  .picture {
    align-self: start;
    max-width: 100%;
  }

  .picture summary {
    list-style: none;
    width: fit-content;
    border: 1px solid var(--line);
    border-radius: 8px;
    overflow: clip;
    cursor: zoom-in;
  }

  .picture summary::-webkit-details-marker {
    display: none;
  }

  .picture summary:hover {
    border-color: var(--border);
  }

  .picture img {
    display: block;
    max-width: 12rem;
    max-height: 12rem;
  }

  .picture[open] {
    grid-column: 1 / -1;
  }

  .picture[open] summary {
    cursor: zoom-out;
  }

  .picture[open] img {
    max-width: 100%;
    max-height: none;
  }

  .missing {
    max-width: 12rem;
    color: var(--quiet);
  }

  .shared dl {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 15rem), 1fr));
    gap: 1.25rem 2rem;
  }

  .shared dd {
    margin-top: 0.4rem;
  }

  .shared dd .id {
    display: block;
  }

  .shared dt {
    font-weight: 600;
  }

  .change div:not(.what) {
    display: grid;
    gap: 0.6rem;
    align-content: start;
  }

  .change[data-direction="worse"] .direction {
    color: var(--bad);
  }

  .change[data-direction="better"] .direction {
    color: var(--good);
  }

  :is(del, ins) {
    padding-inline: 0.1em;
    border-radius: 3px;
    text-decoration: none;
  }

  del {
    background: color-mix(in srgb, var(--bad) 14%, var(--paper));
  }

  ins {
    background: color-mix(in srgb, var(--good) 14%, var(--paper));
  }

  .fixes div {
    display: grid;
    gap: 0.5rem 3rem;
    padding-block: 1rem;
    border-top: 1px solid var(--line);
  }

  .fixes .where {
    display: block;
  }

  @media (min-width: 56rem) {
    .failure {
      grid-template-columns: minmax(0, 22rem) minmax(0, 1fr) 12rem;
    }

    .picture:not([open]) {
      justify-self: end;
    }

    .shared {
      grid-template-columns: minmax(0, 1fr) auto;
    }

    .shared dl {
      grid-column: 1 / -1;
    }

    .change {
      grid-template-columns: minmax(0, 16rem) minmax(0, 1fr) minmax(0, 1fr);
    }

    .fixes div {
      grid-template-columns: 9rem minmax(0, 1fr);
    }
  }
`;

const otherMedia = css`
  @media (forced-colors: active) {
    :is(.chip, .bar i) {
      border: 1px solid;
    }

    del {
      text-decoration: line-through;
    }

    ins {
      text-decoration: underline;
    }
  }

  @media print {
    :root {
      color-scheme: light;
    }

    body {
      max-width: none;
      padding: 0;
      font-size: 10pt;
    }

    .bar i,
    .chip,
    .filter label::before,
    del,
    ins {
      print-color-adjust: exact;
    }

    :is(article, .fixes div) {
      break-inside: avoid;
    }

    h2 {
      break-after: avoid;
    }

    .failure {
      grid-template-columns: 14rem minmax(0, 1fr) 8rem;
    }

    .picture img {
      max-width: 7.5rem;
    }
  }
`;

/** The style sheet of the page. */
export const styles: string = [colors, text, overview, entries, otherMedia].join("");

import { css, type CSSResult } from "lit";
import { baseStyles } from "../panel/base-styles.ts";
import { markStyles } from "../panel/marks.ts";
import { theme } from "../panel/theme.ts";

/** Styles of the gallery. */
export const galleryStyles: CSSResult = css`
  ${theme}
  ${baseStyles}
  ${markStyles}

  .gallery {
    min-height: 100vh;
    background: var(--inset);
    color: var(--ink);
    font: var(--size) / 1.5 var(--sans);
    -webkit-font-smoothing: antialiased;
  }

  .gallery > header {
    position: sticky;
    z-index: 1;
    top: 0;
    display: grid;
    gap: 0.6em;
    padding: 0.75em 1em;
    border-bottom: 1px solid var(--line);
    background: var(--paper);
  }

  .heading {
    display: flex;
    gap: 0.5em;
    align-items: center;
  }

  h1 {
    margin: 0;
    font-size: 1.25em;
    font-weight: 650;
    line-height: 1.3;
  }

  h1 .quiet {
    font-weight: 400;
  }

  .controls,
  .progress {
    display: flex;
    flex-wrap: wrap;
    gap: 0.4em 1.25em;
    align-items: center;
  }

  .controls > label,
  fieldset {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25em 0.5em;
    align-items: center;
    margin: 0;
    padding: 0;
    border: 0;
  }

  .controls > label,
  legend {
    color: var(--quiet);
  }

  legend {
    float: left;
    padding: 0;
  }

  .controls select {
    width: auto;
    color: var(--ink);
  }

  .chip {
    display: inline-flex;
    gap: 0.3em;
    align-items: center;
  }

  .chip input {
    width: auto;
    min-height: 0;
    accent-color: var(--accent);
  }

  progress {
    flex: 1 1 8em;
    max-width: 20em;
    height: 0.5em;
    accent-color: var(--accent);
  }

  progress[hidden] {
    display: none;
  }

  .progress p {
    color: var(--quiet);
    font-variant-numeric: tabular-nums;
  }

  .actions {
    margin-left: auto;
  }

  .outcome {
    --tone: var(--server-error);

    flex: none;
    padding: 0.05em 0.6em;
    border: 1px solid color-mix(in srgb, var(--tone) 35%, var(--paper));
    border-radius: 1em;
    background: color-mix(in srgb, var(--tone) 9%, var(--paper));
    color: color-mix(in srgb, var(--tone) 85%, var(--ink));
    font-size: 0.9231em;
    font-weight: 600;
    white-space: nowrap;
  }

  button.outcome {
    cursor: pointer;
  }

  .outcome[aria-pressed="true"] {
    border-color: var(--tone);
    box-shadow: inset 0 0 0 1px var(--tone);
  }

  .outcome[data-outcome="says"] {
    --tone: var(--success);
  }

  :is(.outcome[data-outcome="not announced"], .outcome[data-outcome="dead end"]) {
    --tone: var(--client-error);
  }

  :is(.outcome[data-outcome="unseen"], .outcome[data-outcome="not sent"]) {
    --tone: var(--quiet);
  }

  .hint {
    margin: 1em 1em 0;
    color: var(--quiet);
  }

  .probe,
  .away {
    position: absolute;
    width: var(--width);
    height: 400px;
    border: 0;
    visibility: hidden;
    overflow: hidden;
  }

  .cells {
    display: grid;
    grid-template-columns: repeat(auto-fill, min(100%, var(--width) * var(--zoom) + 2px));
    gap: 1em;
    padding: 1em;
  }

  /* The screens of a row begin at the same height. */
  :is(.cells > li, article) {
    display: grid;
    grid-row: span 3;
    grid-template-rows: subgrid;
    row-gap: 0;
  }

  article {
    border: 1px solid var(--line);
    border-radius: 8px;
    background: var(--paper);
    overflow: hidden;
  }

  article > header {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25em 0.5em;
    align-items: start;
    padding: 0.5em 0.6em;
  }

  .open {
    flex: 1 1 60%;
    min-width: 0;
    padding: 0;
    border: 0;
    background: none;
    line-height: 1.35;
    text-align: left;
    cursor: pointer;
  }

  .open b {
    font-weight: 600;
  }

  .open:hover b {
    color: var(--accent);
    text-decoration: underline 1px;
    text-underline-offset: 0.2em;
  }

  .open .name {
    display: block;
    color: var(--quiet);
    overflow-wrap: anywhere;
  }

  .frame {
    display: block;
    width: var(--width);
    height: 400px;
    border: 0;
    zoom: var(--zoom);
    background: #fff;
    box-shadow: 0 1px var(--line);
  }

  [data-state="waiting"] .frame {
    background: var(--inset);
  }

  /* Not drawn until it has a verdict: each change in it would draw all frames again. */
  [data-state="loading"] .frame {
    visibility: hidden;
  }

  /* Stories out of view are not drawn, once they have played. */
  [data-state="done"] {
    contain-intrinsic-height: auto 400px;
    content-visibility: auto;
  }

  .report {
    padding: 0 0.6em 0.6em;
    border-bottom: 1px solid var(--line);
  }

  .sentence {
    font-size: 1.0769em;
    overflow-wrap: anywhere;
  }

  summary {
    color: var(--accent);
    cursor: pointer;
  }

  table {
    width: calc(100% - 2em);
    margin: 1em;
    border-collapse: collapse;
    border: 1px solid var(--line);
    background: var(--paper);
  }

  :is(th, td) {
    padding: 0.5em 0.75em;
    border-bottom: 1px solid var(--line);
    text-align: left;
    vertical-align: top;
    overflow-wrap: anywhere;
  }

  thead th {
    color: var(--quiet);
    font-weight: 600;
  }

  tbody th {
    width: 22em;
    font-weight: 400;
  }

  .failure {
    display: flex;
    gap: 0.5em;
    align-items: start;
  }

  td .sentence {
    display: block;
  }

  td:last-child {
    width: 12em;
  }

  .shared {
    margin: 1em 1em 0;
    padding: 0.75em 1em;
    border: 1px solid color-mix(in srgb, var(--client-error) 40%, var(--paper));
    border-radius: 8px;
    background: color-mix(in srgb, var(--client-error) 6%, var(--paper));
  }

  h2 {
    margin-bottom: 0.3em;
    font-size: 1.0769em;
  }

  .shared dl {
    margin-bottom: 0.75em;
  }

  .shared dl div {
    display: flex;
    gap: 0.5em;
  }

  .shared dt {
    flex: none;
    width: 10em;
    color: var(--quiet);
  }

  @media (width < 600px) {
    :is(tr, tbody th, td, td:last-child) {
      display: block;
      width: auto;
    }

    thead {
      display: none;
    }
  }

  /* It must not cover half of a small screen. */
  @media (width < 600px) or (height < 500px) {
    .gallery > header {
      position: static;
    }
  }
`;

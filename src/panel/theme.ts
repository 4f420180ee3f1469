import { css } from "lit";

/**
 * Colors and fonts. Set `--auth0-…` properties on the element to change them, and `color-scheme` to select light or
 * dark.
 */
export const theme = css`
  :host {
    all: initial;
    color-scheme: light dark;

    --paper: var(--auth0-paper, light-dark(#ffffff, #15181d));
    --inset: var(--auth0-inset, light-dark(#f5f6f8, #1c2027));
    --ink: var(--auth0-ink, light-dark(#1a2029, #e7eaef));
    --quiet: var(--auth0-quiet, light-dark(#586272, #9ca6b5));
    --line: var(--auth0-line, light-dark(#dfe3e8, #2e343e));
    --border: var(--auth0-border, light-dark(#868f9d, #6d7787));
    --accent: var(--auth0-accent, light-dark(#3350c8, #a3b6ff));
    --on-accent: var(--auth0-on-accent, light-dark(#ffffff, #10162b));

    --success: var(--auth0-success, light-dark(#146c3a, #74d69d));
    --redirect: var(--auth0-redirect, light-dark(#0b6285, #7cc9ee));
    --client-error: var(--auth0-client-error, light-dark(#875000, #efbb66));
    --server-error: var(--auth0-server-error, light-dark(#b0251c, #ff9f96));
    --no-answer: var(--auth0-no-answer, light-dark(#6a3da6, #cbadff));

    --sans: var(--auth0-font, ui-sans-serif, system-ui, "Segoe UI", "Helvetica Neue", Arial, sans-serif);
    --mono: var(--auth0-mono, ui-monospace, "SF Mono", "Cascadia Code", Menlo, Consolas, "Liberation Mono", monospace);
    --size: var(--auth0-font-size, 13px);
  }
`;

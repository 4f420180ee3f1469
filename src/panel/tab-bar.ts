import { css, type CSSResult, html, nothing, type TemplateResult } from "lit";

/** Styles of the tabs and the view below them. */
export const tabStyles: CSSResult = css`
  .tabs {
    display: flex;
    flex: none;
    gap: 0.25em;
    max-width: 100%;
    padding-inline: 0.5em;
    overflow-x: auto;
    scrollbar-width: none;
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

  @media (forced-colors: active) {
    .tabs :not([aria-selected="true"]) {
      border-color: Canvas;
    }
  }

  .view {
    flex: 1;
    min-height: 0;
    overflow: auto;
    overscroll-behavior: contain;
    scrollbar-width: thin;
  }

  /* In a narrow panel, which may be low too, everything scrolls together. */
  @container panel (max-width: 639.98px) {
    .panel {
      overflow: auto;
    }

    .view {
      flex: 1 0 auto;
      overflow: visible;
    }
  }

  @container panel (min-width: 640px) {
    .view:is([data-tab="scenarios"], [data-tab="flow"]) {
      display: grid;
      grid-template-rows: minmax(0, 1fr);
      grid-template-columns: minmax(17em, 2fr) minmax(0, 3fr);
      overflow: hidden;
    }
  }
`;

/** The views of the switcher. */
export type Tab = "scenarios" | "flow" | "calls" | "inbox" | "tenant";

const tabs: readonly Tab[] = ["scenarios", "flow", "calls", "inbox", "tenant"];

export interface TabProps {
  readonly selected: Tab;
  readonly counts: Readonly<Partial<Record<Tab, number>>>;
  readonly onSelect: (tab: Tab) => void;
  /** Called when a key selects another tab, which should get the focus. */
  readonly onMove: (tab: Tab) => void;
}

/** The tabs, after the Tabs Pattern of the ARIA Authoring Practices. */
export function tabBar({ selected, counts, onSelect, onMove }: TabProps): TemplateResult {
  const onKeydown = (event: KeyboardEvent): void => {
    const index = tabs.indexOf(selected);
    const steps: Record<string, number> = { ArrowLeft: index - 1, ArrowRight: index + 1, Home: 0, End: -1 };
    const step = steps[event.key];
    if (step === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    onMove(tabs.at(step % tabs.length) ?? selected);
  };
  return html`<div class="tabs" role="tablist" aria-label="Views" @keydown=${onKeydown}>
    ${tabs.map(
      (tab) =>
        html`<button
          type="button"
          role="tab"
          id="tab-${tab}"
          aria-controls="view"
          aria-selected=${tab === selected}
          tabindex=${tab === selected ? 0 : -1}
          @click=${() => onSelect(tab)}
        >
          ${tab} ${counts[tab] === undefined ? nothing : html`<span class="count">${counts[tab]}</span>`}
        </button>`,
    )}
  </div>`;
}

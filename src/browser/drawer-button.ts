import { css, type CSSResult, html, nothing, type TemplateResult } from "lit";
import { endpoints } from "../../scenarios/types.ts";
import type { PanelModel } from "../panel/model.ts";
import type { ButtonMoves } from "./button-moves.ts";
import { alertIcon, mark } from "./drawer-base.ts";
import type { Corner } from "./layout.ts";

/** Styles of the button. */
export const buttonStyles: CSSResult = css`
  #toggle {
    flex: none;
    display: flex;
    align-items: center;
    gap: 10px;
    max-inline-size: min(460px, 100%);
    min-block-size: 40px;
    padding: 6px 16px 6px 13px;
    border: 1px solid var(--border);
    border-radius: 22px;
    background: var(--paper);
    box-shadow:
      0 1px 2px rgb(0 0 0 / 0.12),
      0 6px 20px rgb(0 0 0 / 0.18);
    text-align: start;
    touch-action: none;
    user-select: none;
    -webkit-user-select: none;
    transition:
      border-color 0.15s,
      box-shadow 0.15s;
  }

  #toggle:hover {
    border-color: var(--accent);
  }

  #toggle.dragged {
    cursor: grabbing;
  }

  #toggle.forced {
    border-color: var(--accent);
    box-shadow:
      0 0 0 1px var(--accent),
      0 6px 20px rgb(0 0 0 / 0.18);
  }

  #toggle.ignored {
    border-color: var(--server-error);
    box-shadow:
      0 0 0 1px var(--server-error),
      0 6px 20px rgb(0 0 0 / 0.18);
  }

  :host([open]) #toggle {
    visibility: hidden;
  }

  [data-text]::before {
    content: attr(data-text);
  }

  .lines {
    display: grid;
    gap: 1px;
    min-inline-size: 0;
  }

  .title {
    display: flex;
    gap: 8px;
    white-space: nowrap;
  }

  .forced .title {
    font-size: 11px;
    color: var(--quiet);
  }

  .warning {
    display: flex;
    align-items: center;
    gap: 4px;
    font-weight: 600;
    color: var(--server-error);
  }

  .warning svg {
    inline-size: 14px;
    block-size: 14px;
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

  @media (max-width: 520px) {
    .endpoint {
      display: none;
    }
  }

  @media (prefers-reduced-motion: reduce) {
    #toggle {
      transition: none;
    }
  }
`;

export interface ButtonProps {
  readonly model: PanelModel;
  readonly open: boolean;
  /** Whether a scenario was not switched on when the page was loaded. */
  readonly isIgnored: boolean;
  readonly corner: Corner;
  readonly moves: ButtonMoves;
  readonly onToggle: () => void;
}

/**
 * The floating button. It shows the active scenarios as generated content, because tests of the page search its text
 * and labels: `getByText("Password")` must not find `wrong-password` here. The label is what the button always shows
 * first, and the rest is its description.
 */
export function drawerButton({ model, open, isIgnored, corner, moves, onToggle }: ButtonProps): TemplateResult {
  const forced = forcedIn(model);
  const isLive = forced.length === 0;
  const title = isLive ? "Auth0 mock: live" : "Auth0 mock";
  const live = isLive ? "The demo tenant answers. " : "";
  return html`<button
    type="button"
    id="toggle"
    class="${forced.length > 0 ? "forced" : ""} ${isIgnored ? "ignored" : ""}"
    aria-label="Auth0 mock"
    aria-description="${live}${[...(isIgnored ? [`${ignored}.`] : []), ...Object.values(model.active)].join(" ")}"
    aria-expanded=${open}
    aria-controls=${open ? "drawer" : nothing}
    aria-keyshortcuts="Alt+0 Alt+ArrowUp Alt+ArrowDown Alt+ArrowLeft Alt+ArrowRight"
    title="Auth0 mock (Alt+0). ${live}Drag it to move it, or press Alt and an arrow key."
    @click=${(event: MouseEvent) => moves.endsDrag(event) || onToggle()}
    @pointerdown=${moves.onPointerdown}
    @keydown=${(event: KeyboardEvent) => moves.onKeydown(event, corner)}
  >
    ${mark()}
    <span class="lines">
      <span class="title"
        >${text(title)}
        ${isIgnored ? html`<span class="warning">${alertIcon()} ${text(ignored)}</span>` : nothing}</span
      >
      ${forced.map(
        ({ status, endpoint, name }) =>
          html`<span class="answer">
            <span class="status" data-class=${classOf(status)} data-text=${status ?? "–––"}></span>
            <span class="name">${text(`${endpoint}/`, "endpoint")}${text(name)}</span>
          </span>`,
      )}
    </span>
  </button>`;
}

const ignored = "Scenario ignored";

/** Text that the user sees, and that is not in the document. */
function text(shown: string, className = ""): TemplateResult {
  return html`<span class=${className} data-text=${shown}></span>`;
}

interface Forced {
  readonly endpoint: string;
  readonly name: string;
  readonly status: number | null;
}

/** The active scenarios. Leaves out endpoints where the tenant answers. */
function forcedIn({ active, scenarios }: PanelModel): Forced[] {
  return endpoints
    .filter((endpoint) => active[endpoint] !== `${endpoint}/live`)
    .map((endpoint) => ({
      endpoint,
      name: active[endpoint].slice(endpoint.length + 1),
      status: scenarios.find(({ id }) => id === active[endpoint])?.status ?? null,
    }));
}

function classOf(status: number | null): string {
  return status === null ? "none" : String(Math.floor(status / 100));
}

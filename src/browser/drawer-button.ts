import { css, type CSSResult, html, nothing, type TemplateResult } from "lit";
import { endpoints } from "../../scenarios/types.ts";
import type { PanelModel } from "../panel/model.ts";
import { mark } from "./drawer-base.ts";

/** Styles of the button. */
export const buttonStyles: CSSResult = css`
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
  /** How many other buttons are below this one. */
  readonly place: number;
  readonly onToggle: () => void;
}

/** The floating button. It shows the active scenarios. */
export function drawerButton({ model, open, place, onToggle }: ButtonProps): TemplateResult {
  const forced = forcedIn(model);
  return html`<button
    type="button"
    id="toggle"
    class=${forced.length > 0 ? "forced" : ""}
    style="--place: ${place}"
    aria-expanded=${open}
    aria-controls=${open ? "drawer" : nothing}
    aria-keyshortcuts="Alt+0"
    title=${["Auth0 mock (Alt+0)", ...Object.values(model.active)].join("\n")}
    @click=${onToggle}
  >
    ${mark()} ${forced.length === 0 ? html`<span>Auth0 mock: live</span>` : answers(forced)}
  </button>`;
}

function answers(forced: readonly Forced[]): TemplateResult {
  return html`<span class="visually-hidden">Auth0 mock:</span>
    <span class="answers">
      ${forced.map(
        ({ status, endpoint, name }) =>
          html`<span class="answer">
            <span class="status" data-class=${classOf(status)}>${status ?? "–––"}</span>
            <span class="name"><span class="endpoint">${endpoint}/</span>${name}</span>
          </span>`,
      )}
    </span>`;
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

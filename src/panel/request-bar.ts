import { css, type CSSResult, html, nothing, type TemplateResult } from "lit";
import { type Endpoint, endpoints, paths } from "../../scenarios/types.ts";
import { button } from "./buttons.ts";
import { icon } from "./marks.ts";
import type { PanelModel } from "./model.ts";
import type { Row } from "./row.ts";

/** Styles of the bars. */
export const requestStyles: CSSResult = css`
  .request {
    display: flex;
    flex: none;
    flex-wrap: wrap;
    gap: 0.25em 0.6em;
    align-items: center;
    padding: 0.25em 0.75em;
    border-bottom: 1px solid var(--line);
    background: color-mix(in srgb, var(--accent) 8%, var(--paper));
  }

  .request p {
    flex: 1;
    min-width: min(100%, 18em);
    overflow-wrap: anywhere;
  }

  .request .button {
    min-height: 1.8462em;
  }
`;

export interface RequestProps {
  readonly model: PanelModel;
  readonly onSend: (id: string) => void;
  readonly onHold: (endpoint: Endpoint, hold: boolean) => void;
  /** Answers a request that waits with a scenario. */
  readonly onUse: (id: string) => void;
  /** Lets what is switched on answer it. */
  readonly onRelease: (endpoint: Endpoint, n: number) => void;
}

/** The requests that wait for an answer, or that will. */
export function requestBars(props: RequestProps): readonly TemplateResult[] {
  return endpoints.flatMap((endpoint) => {
    const { held, holdsNext } = props.model.switches[endpoint];
    const [first] = held;
    if (first) return [heldBar(endpoint, first.n, props)];
    return holdsNext ? [holdBar(endpoint, props)] : [];
  });
}

function heldBar(endpoint: Endpoint, n: number, { model, onUse, onRelease }: RequestProps): TemplateResult {
  const isForced = model.active[endpoint] !== `${endpoint}/live`;
  return html`<div class="request" role="group" aria-label="A request that waits">
    ${icon("wait")}
    <p role="status"><b>Request #${n} to ${paths[endpoint]} waits.</b> Select its answer in the list.</p>
    ${isForced ? button("Answer as switched on", { onClick: () => onRelease(endpoint, n) }) : nothing}
    ${button("Let the tenant answer", { onClick: () => onUse(`${endpoint}/live`) })}
  </div>`;
}

function holdBar(endpoint: Endpoint, { onHold, onSend }: RequestProps): TemplateResult {
  return html`<div class="request" role="group" aria-label="Hold">
    ${icon("wait")}
    <p role="status">The next request to ${paths[endpoint]} will wait for your answer. Submit the form, or send one.</p>
    ${button("Send", { onClick: () => onSend(`${endpoint}/success`) })}
    ${button("Cancel", { onClick: () => onHold(endpoint, false) })}
  </div>`;
}

/** Shown while nothing has asked for the scenario that is on. */
export function requestHint(model: PanelModel, row: Row, onSend: () => void): TemplateResult | typeof nothing {
  const { endpoint } = row;
  const isOn = model.active[endpoint] === row.id;
  if (!row.scenario || !isOn || model.isPlaying || model.switches[endpoint].taken > 0) return nothing;
  const { status } = row.scenario;
  return html`<div class="request" role="group" aria-label="How to see it">
    <p>Submit the form to see <b>${status ?? "no response"} ${row.name}</b>.</p>
    ${button("Send", { onClick: onSend, title: `Send the example request to ${paths[endpoint]}` })}
  </div>`;
}

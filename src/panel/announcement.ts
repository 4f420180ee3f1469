import { html, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from "lit";
import { endpoints, paths } from "../../scenarios/types.ts";
import type { CallRecord } from "../engine/call.ts";
import type { PanelModel } from "./model.ts";
import { nameOf } from "./row.ts";

/** How many texts stay: several changes at once would otherwise replace each other before they are read. */
const slots = 5;

/** Announces changes in a log for screen readers. */
export class Announcer implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  /** Each text replaces the oldest one in its place, so that only one paragraph changes. */
  #texts: readonly string[] = [];
  #n = 0;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#texts = [];
    this.#n = 0;
  }

  announce(text: string): void {
    const slot = this.#n++ % slots;
    // A screen reader ignores a text that does not change.
    const next = this.#texts[slot] === text ? `${text}\u00A0` : text;
    this.#texts = Object.assign([...this.#texts], { [slot]: next });
    this.#host.requestUpdate();
  }

  render(): TemplateResult {
    return html`<div class="visually-hidden" role="log" aria-label="Changes">
      ${this.#texts.map((text) => html`<p>${text}</p>`)}
    </div>`;
  }
}

/** Describes what changed between two models, as sentences for screen readers. */
export function describeChanges(before: PanelModel, after: PanelModel): string[] {
  const switched = endpoints
    .filter((endpoint) => before.active[endpoint] !== after.active[endpoint])
    .map((endpoint) => `${paths[endpoint]} now responds with ${nameOf(after.active[endpoint])}.`);

  const known = new Set(before.calls.map(callKey));
  const calls = after.calls.filter((call) => !known.has(callKey(call)));
  const last = calls.at(-1);
  const called = last && [
    calls.length > 1 ? `${calls.length} new calls. The last, to` : "New call to",
    `${paths[last.endpoint]}: ${resultOf(last)}, ${nameOf(last.scenario)}.`,
  ];

  const seen = new Set(before.messages.map(({ to, sentAt, code }) => `${to} ${sentAt} ${code}`));
  const sent = after.messages
    .filter(({ to, sentAt, code }) => !seen.has(`${to} ${sentAt} ${code}`))
    .map(({ to, link }) => `A ${link === undefined ? "code" : "link"} was sent to ${to}.`);

  return [...switched, ...(called ? [called.join(" ")] : []), ...sent.slice(-1)];
}

/** Identifies a call, also across resets. */
export function callKey({ n, at, endpoint }: CallRecord): string {
  return `${endpoint} ${n} ${at}`;
}

/** The result of a call, such as `status 401`. */
export function resultOf({ response }: CallRecord): string {
  if (!response) return "no response";
  return response.status === null ? "network error" : `status ${response.status}`;
}

import { html, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { endpoints, paths } from "../../scenarios/types.ts";
import type { CallRecord } from "../engine/call.ts";
import type { PanelModel } from "./model.ts";
import { nameOf } from "./row.ts";

/** Reads out what happens: a log that only screen readers see. */
export class Announcer implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  #said: readonly { readonly text: string; readonly n: number }[] = [];

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#said = [];
  }

  say(text: string): void {
    // The last few stay, or else what happens at once would silence what came before it.
    this.#said = [...this.#said.slice(-4), { n: (this.#said.at(-1)?.n ?? 0) + 1, text }];
    this.#host.requestUpdate();
  }

  render(): TemplateResult {
    return html`<div class="only-heard" role="log" aria-label="What happened">
      ${repeat(
        this.#said,
        ({ n }) => n,
        ({ text }) => html`<p>${text}</p>`,
      )}
    </div>`;
  }
}

/** What has happened between two models, in sentences to be read out. */
export function happened(before: PanelModel, after: PanelModel): string[] {
  const switched = endpoints
    .filter((endpoint) => before.active[endpoint] !== after.active[endpoint])
    .map((endpoint) => `${paths[endpoint]} now answers ${nameOf(after.active[endpoint])}.`);

  const known = new Set(before.calls.map(callKey));
  const calls = after.calls.filter((call) => !known.has(callKey(call)));
  const last = calls.at(-1);
  const called = last && [
    calls.length > 1 ? `${calls.length} new calls. The last, to` : "New call to",
    `${paths[last.endpoint]}: ${outcome(last)}, ${nameOf(last.scenario)}.`,
  ];

  const seen = new Set(before.messages.map(({ to, sentAt, code }) => `${to} ${sentAt} ${code}`));
  const sent = after.messages
    .filter(({ to, sentAt, code }) => !seen.has(`${to} ${sentAt} ${code}`))
    .map(({ to, link }) => `A ${link === undefined ? "code" : "link"} was sent to ${to}.`);

  return [...switched, ...(called ? [called.join(" ")] : []), ...sent.slice(-1)];
}

/** Tells calls apart, over resets too. */
export function callKey({ n, at, endpoint }: CallRecord): string {
  return `${endpoint} ${n} ${at}`;
}

/** How a call ended, in a word. */
export function outcome({ response }: CallRecord): string {
  if (!response) return "no answer";
  return response.status === null ? "network error" : `status ${response.status}`;
}

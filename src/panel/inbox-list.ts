import { css, type CSSResult, html, nothing, type TemplateResult } from "lit";
import type { Message } from "../engine/inbox.ts";
import { copyable, type Copying } from "./copyable.ts";
import { clock } from "./marks.ts";

/** Styles of the messages. */
export const inboxStyles: CSSResult = css`
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

  @container panel (min-width: 640px) {
    .letter .when {
      margin-left: auto;
    }
  }
`;

/** The codes and links that were "sent", newest first. */
export function inboxList(messages: readonly Message[], copying: Copying): TemplateResult {
  if (messages.length === 0) {
    return html`<p class="empty">No messages yet. Sign-in codes and links are listed here.</p>`;
  }
  return html`<ol class="entries" reversed>
    ${messages.toReversed().map((message) => messageView(message, copying))}
  </ol>`;
}

function messageView({ to, connection, code, link, sentAt, expiresAt }: Message, copying: Copying): TemplateResult {
  return html`<li class="entry letter">
    <p>
      <b class="to">${to}</b> <span class="quiet">via ${connection}</span>
      <span class="quiet when">${clock(sentAt)}, expires ${clock(expiresAt)}</span>
    </p>
    <dl class="lines">
      <div class="code">
        <dt>Code</dt>
        <dd>${copyable(`the code for ${to}`, code, copying)}</dd>
      </div>
      ${
        link === undefined
          ? nothing
          : html`<div>
              <dt>Link</dt>
              <dd>${copyable(`the link for ${to}`, link, copying)}</dd>
            </div>`
      }
    </dl>
  </li>`;
}

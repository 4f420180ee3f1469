import { css, type CSSResult, html, nothing, type TemplateResult } from "lit";
import type { TenantUser, TenantView } from "../live/tenant-view.ts";
import { button, linkButton } from "./buttons.ts";
import { copyable, type Copying } from "./copyable.ts";
import { nameOf } from "./row.ts";
import { titleOf } from "./title.ts";

/** Styles of the tenant. */
export const tenantStyles: CSSResult = css`
  .tenant-view {
    display: grid;
    gap: 0.5em;
    padding: 0.5em 0.75em 1.5em;
  }

  .users {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 26em), 1fr));
    gap: 0.5em;
  }

  .user {
    display: grid;
    gap: 0.25em;
    align-content: start;
    padding: 0.4em 0.6em;
    border: 1px solid var(--line);
    border-radius: 5px;
  }

  .user > p {
    display: flex;
    flex-wrap: wrap;
    gap: 0 0.75em;
    justify-content: space-between;
  }

  .user .lines dt {
    width: 7em;
  }

  .locked {
    color: var(--server-error);
    font-weight: 600;
  }
`;

export interface TenantProps {
  readonly tenant: TenantView;
  readonly copying: Copying;
  readonly onShow: (id: string) => void;
  readonly onUnlock: () => void;
}

/** Who is in the tenant, what each provokes, and what the tenant has counted. */
export function tenantList(props: TenantProps): TemplateResult {
  const { tenant, onUnlock } = props;
  const hasCounted = tenant.attempts.length > 0 || tenant.requests.length > 0;
  return html`<div class="tenant-view">
    <div class="bar">
      <p class="quiet">With nothing switched on, sign in as one of these users to provoke a failure.</p>
      ${button("Clear locks and counters", { onClick: onUnlock, isDisabled: !hasCounted })}
    </div>
    ${hasCounted ? countersView(tenant) : nothing}
    <div class="users">${tenant.users.map((user) => userView(user, props))}</div>
    ${
      tenant.others.length === 0
        ? nothing
        : html`<h3>Other entries that provoke failures</h3>
            <div class="users">
              ${tenant.others.map(
                ({ kind, name, provokes }) =>
                  html`<div class="user">
                    <dl class="lines">${line(kind, name, props)}</dl>
                    ${provokesView(provokes, props)}
                  </div>`,
              )}
            </div>`
    }
  </div>`;
}

function countersView({ attempts, attemptsBeforeLock, requests, rateLimit }: TenantView): TemplateResult {
  return html`<ul aria-label="Locks and counters">
    ${attempts.map(
      ({ connection, username, failures }) =>
        html`<li>
          <b>${username}</b> <span class="quiet">at ${connection}:</span>
          ${
            failures >= attemptsBeforeLock
              ? html`<span class="locked">locked</span> after ${failures} failed attempts`
              : html`${failures} of ${attemptsBeforeLock} failed attempts before it is locked`
          }
        </li>`,
    )}
    ${requests.map(
      ({ endpoint, used }) =>
        html`<li>
          <b>${endpoint}</b>: ${used} of ${rateLimit?.limit} requests in ${rateLimit?.windowSeconds} seconds
        </li>`,
    )}
  </ul>`;
}

const fields = {
  email: "email",
  phone_number: "phone number",
  username: "username",
  password: "password",
  mfaCode: "second factor",
} as const;

function userView(user: TenantUser, props: TenantProps): TemplateResult {
  const names = Object.keys(fields) as (keyof typeof fields)[];
  return html`<div class="user">
    <p>
      ${user.provokes.length === 0 ? html`<b>${user.mfaCode === undefined ? "Signs in" : "Needs a second factor"}</b>` : provokesView(user.provokes, props)}
      ${user.connection === undefined ? nothing : html`<span class="quiet">${user.connection} only</span>`}
    </p>
    <dl class="lines">
      ${names.map((name) => (user[name] === undefined ? nothing : line(fields[name], user[name], props)))}
    </dl>
  </div>`;
}

function line(what: string, value: string, { copying }: TenantProps): TemplateResult {
  return html`<div>
    <dt>${what}</dt>
    <dd>${copyable(`${what} ${value}`, value, copying)}</dd>
  </div>`;
}

function provokesView(ids: readonly string[], { onShow }: TenantProps): TemplateResult {
  // A user may provoke the same failure at both endpoints.
  const unique = new Map(ids.map((id) => [nameOf(id), id]));
  return html`<span
    >${Array.from(
      unique.values(),
      (id, index) =>
        html`${index > 0 ? ", " : nothing}${linkButton(titleOf(nameOf(id)), `Show ${id}`, () => onShow(id))}`,
    )}</span
  >`;
}

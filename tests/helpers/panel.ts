import { type Endpoint, type MockAuth0, mockAuth0 } from "auth0-msw";
import { getResponse } from "msw";
import { expect } from "vitest";
import { type Locator, page } from "vitest/browser";
import { type Auth0Scenarios, defineAuth0Scenarios } from "../../src/panel/auth0-scenarios.ts";
import { modelOf } from "../../src/panel/model-of.ts";
import type { PanelAction, PanelModel } from "../../src/panel/model.ts";
import { valid } from "./requests.ts";

export interface Mounted {
  readonly auth0: MockAuth0;
  readonly panel: Auth0Scenarios;
  /** The actions of the switcher, in order. */
  readonly actions: readonly PanelAction[];
  /** Sends a valid request with some changes. */
  readonly send: (endpoint: Endpoint, changes?: Record<string, unknown>) => Promise<void>;
}

/** Adds a switcher to the page and connects it to a mock: plain data in, events out. */
export async function mount(auth0: MockAuth0 = mockAuth0()): Promise<Mounted> {
  defineAuth0Scenarios();
  const panel = document.createElement("auth0-scenarios");
  const actions: PanelAction[] = [];
  const show = (): void => {
    panel.model = received(auth0);
  };
  show();
  auth0.subscribe(show);
  panel.addEventListener("auth0-action", (event) => {
    actions.push(event.detail);
    perform(auth0, event.detail);
  });
  document.body.style.margin = "0";
  document.body.replaceChildren(panel);
  await panel.updateComplete;
  return {
    auth0,
    panel,
    actions,
    async send(endpoint, changes) {
      const { url, ...request } = valid(endpoint, changes);
      await getResponse([...auth0.handlers], new Request(url, request));
    },
  };
}

/** As it arrives over a channel. */
function received(auth0: MockAuth0): PanelModel {
  return JSON.parse(JSON.stringify(modelOf(auth0))) as PanelModel;
}

function perform(auth0: MockAuth0, action: PanelAction): void {
  if (action.type === "reset") auth0.reset(action.endpoint);
  else auth0[action.type](action.activation as Parameters<MockAuth0["use"]>[0]);
}

export const filter = page.getByRole("combobox", { name: "Filter by text" });
export const list = page.getByRole("listbox", { name: "Scenarios" });
export const options = list.getByRole("option");
export const announcements = page.getByRole("log");

/** The details of a scenario. */
export function detail(id: string): Locator {
  return page.getByRole("article", { name: "Details" }).filter({ hasText: id });
}

export function button(name: string): Locator {
  return page.getByRole("button", { name, exact: true });
}

export function tab(name: string): Locator {
  return page.getByRole("tab", { name, exact: false });
}

/** Waits until an element in a shadow tree has the focus. */
export async function expectFocus(locator: Locator): Promise<void> {
  await expect.poll(() => locator.element().matches(":focus")).toBe(true);
}

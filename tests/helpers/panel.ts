import { type Endpoint, type MockAuth0, mockAuth0 } from "auth0-msw";
import { getResponse } from "msw";
import { expect } from "vitest";
import { type Locator, page } from "vitest/browser";
import { type Auth0Scenarios, defineAuth0Scenarios } from "../../src/panel/auth0-scenarios.ts";
import { linkTo } from "../../src/browser/kept-switches.ts";
import { internalsOf, type UntypedMock } from "../../src/mock-auth0.ts";
import { createMadeScenarios } from "../../src/panel/made-scenarios.ts";
import { modelOf } from "../../src/panel/model-of.ts";
import type { PanelAction, PanelModel } from "../../src/panel/model.ts";
import { applySelection, perform } from "../../src/panel/perform.ts";
import { createSeen } from "../../src/panel/seen.ts";
import { createTabStorage } from "../../src/worker/tab-storage.ts";
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
  panel.linkTo = linkTo;
  const actions: PanelAction[] = [];
  const mock = auth0 as unknown as UntypedMock;
  const seen = createSeen(
    createTabStorage(() => {}),
    `seen in a test ${Math.random()}`,
  );
  const made = createMadeScenarios(
    createTabStorage(() => {}),
    internalsOf(mock).define,
  );
  const show = (): void => {
    const model = received(mock);
    panel.model = { ...model, seen: seen.add(model), made: made.all };
  };
  show();
  internalsOf(mock).session().watch(show);
  panel.addEventListener("auth0-action", (event) => {
    actions.push(event.detail);
    try {
      change(mock, event.detail);
      if ("selection" in event.detail) made.add(event.detail.selection.scenarios);
      if ("scenarios" in event.detail) made.add(event.detail.scenarios);
      show();
    } catch (error) {
      panel.error = (error as Error).message;
    }
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
function received(auth0: UntypedMock): Omit<PanelModel, "seen"> {
  return JSON.parse(JSON.stringify(modelOf(auth0))) as Omit<PanelModel, "seen">;
}

/** As the drawer of an app does it. */
function change(auth0: UntypedMock, action: PanelAction): void {
  if (action.type === "reset") auth0.reset(action.endpoint);
  else if (action.type === "use") applySelection(auth0, action.selection);
  else if (action.type === "once") auth0.once(action.activation);
  else perform(auth0, action);
}

export const filter = page.getByRole("combobox", { name: "Filter by text" });
export const list = page.getByRole("listbox", { name: "Scenarios" });
export const options = list.getByRole("option");
export const announcements = page.getByRole("log");

/** The details of a scenario. */
export function detail(id: string): Locator {
  return page.getByRole("article", { name: "Details" }).filter({ hasText: id });
}

/** The field of a param, in the details. */
export function param(name: string): Locator {
  return page.elementLocator(
    document.querySelector("auth0-scenarios")?.shadowRoot?.querySelector(`textarea[name="${name}"]`) ?? document.body,
  );
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

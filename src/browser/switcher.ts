import { endpoints } from "../../scenarios/scenario.ts";
import { actionEvent, type PanelAction, type PanelModel } from "../panel/model.ts";
import type { Choice } from "./choice.ts";
import { Auth0Drawer, defineAuth0Drawer } from "./drawer.ts";
import type { Keeper } from "./keeper.ts";
import { type LooseMock, messageOf } from "./loose-mock.ts";

/** The button and the drawer of one mock. */
export interface Switcher {
  /** Shows a message until somebody puts it away. */
  tell(problem: string): void;
  /** Shows why nothing is mocked, and that alone. */
  fail(problem: string): void;
  remove(): void;
}

/** How many calls are shown. */
const shownCalls = 100;
const openKey = "auth0-msw: the drawer is open";

/** Puts the switcher over the page. */
export function showSwitcher(auth0: LooseMock, choice: Choice, keeper: Keeper): Switcher {
  defineAuth0Drawer();
  for (const left of document.querySelectorAll("auth0-drawer[failed]")) left.remove();

  const drawer = new Auth0Drawer();
  drawer.model = modelOf(auth0);
  drawer.open = keeper.read(openKey) !== null;
  drawer.place = document.querySelectorAll("auth0-drawer").length;
  drawer.onToggle = (open) => keeper.write(openKey, open ? "yes" : null);
  drawer.addEventListener(actionEvent, ({ detail }) => {
    try {
      act(auth0, choice, detail);
      drawer.problems = [];
    } catch (error) {
      drawer.problems = [messageOf(error)];
    }
  });

  let isDue = false;
  const stop = auth0.subscribe(() => {
    if (isDue) return;
    isDue = true;
    queueMicrotask(() => {
      isDue = false;
      drawer.model = modelOf(auth0);
    });
  });

  // Beside the body: out of reach of its layout, and of apps that own all of it.
  document.documentElement.append(drawer);
  return {
    tell(problem) {
      drawer.problems = [...drawer.problems, problem];
    },
    fail(problem) {
      stop();
      drawer.setAttribute("failed", "");
      drawer.open = false;
      drawer.model = undefined;
      drawer.problems = [problem];
    },
    remove() {
      stop();
      drawer.remove();
    },
  };
}

function act(auth0: LooseMock, choice: Choice, action: PanelAction): void {
  if (action.type === "reset") {
    auth0.reset(action.endpoint);
    choice.forget(action.endpoint);
  } else if (action.type === "once") {
    auth0.once(action.activation);
  } else {
    auth0.use(action.activation);
    choice.keep(action.activation);
  }
}

function modelOf(auth0: LooseMock): PanelModel {
  const active = Object.fromEntries(endpoints.map((endpoint) => [endpoint, auth0.active(endpoint)]));
  return {
    scenarios: auth0.scenarios,
    active: active as PanelModel["active"],
    calls: auth0
      .calls()
      .slice(-shownCalls)
      .map((call) => call.toJSON()),
    messages: auth0.inbox.messages,
  };
}

import { messageOf } from "../catalog/show-value.ts";
import type { UntypedMock } from "../mock-auth0.ts";
import { modelOf } from "../panel/model-of.ts";
import { actionEvent, type PanelAction } from "../panel/model.ts";
import type { TabStorage } from "../worker/tab-storage.ts";
import { Auth0Drawer, defineAuth0Drawer } from "./drawer.ts";
import type { KeptSwitches } from "./kept-switches.ts";

/** The button and the drawer of one mock. */
export interface Switcher {
  /** Shows a message until the user dismisses it. */
  report(problem: string): void;
  /** Shows only the reason why nothing is mocked. */
  fail(problem: string): void;
  remove(): void;
}

const openKey = "auth0-msw: the drawer is open";

/** Adds the switcher to the page. */
export function showSwitcher(auth0: UntypedMock, switches: KeptSwitches, storage: TabStorage): Switcher {
  defineAuth0Drawer();
  for (const left of document.querySelectorAll("auth0-drawer[failed]")) left.remove();

  const drawer = new Auth0Drawer();
  drawer.model = modelOf(auth0);
  drawer.open = storage.read(openKey) !== null;
  drawer.place = document.querySelectorAll("auth0-drawer").length;
  drawer.onToggle = (open) => storage.write(openKey, open ? "yes" : null);
  drawer.addEventListener(actionEvent, ({ detail }) => {
    try {
      perform(auth0, switches, detail);
      drawer.problems = [];
    } catch (error) {
      drawer.problems = [messageOf(error)];
    }
  });

  let isScheduled = false;
  const stop = auth0.subscribe(() => {
    if (isScheduled) return;
    isScheduled = true;
    queueMicrotask(() => {
      isScheduled = false;
      drawer.model = modelOf(auth0);
    });
  });

  // Outside the body, since apps style the body and may replace its content.
  document.documentElement.append(drawer);
  return {
    report(problem) {
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

function perform(auth0: UntypedMock, switches: KeptSwitches, action: PanelAction): void {
  if (action.type === "reset") {
    auth0.reset(action.endpoint);
    switches.forget(action.endpoint);
  } else if (action.type === "once") {
    auth0.once(action.activation);
  } else {
    auth0.use(action.activation);
    switches.keep(action.activation);
  }
}

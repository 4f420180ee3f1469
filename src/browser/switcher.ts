import { messageOf } from "../catalog/show-value.ts";
import { internalsOf, type UntypedMock } from "../mock-auth0.ts";
import { createMadeScenarios } from "../panel/made-scenarios.ts";
import { modelOf } from "../panel/model-of.ts";
import { actionEvent, type PanelAction, type PanelModel } from "../panel/model.ts";
import { applySelection, perform } from "../panel/perform.ts";
import { createSeen } from "../panel/seen.ts";
import type { TabStorage } from "../worker/tab-storage.ts";
import { allDrawers, Auth0Drawer, defineAuth0Drawer } from "./drawer.ts";
import type { KeptSwitches } from "./kept-switches.ts";

/** The button and the drawer of one mock. */
export interface Switcher {
  /** Shows a message until the user dismisses it. */
  report(problem: string): void;
  /** Shows on the button that a scenario was not switched on, until the user selects one. */
  markIgnored(): void;
  /** Shows only the reason why nothing is mocked. */
  fail(problem: string): void;
  remove(): void;
}

const hiddenKey = "auth0-msw: the button is hidden";
const seenKey = "auth0-msw: seen failures";

/** The actions after which what is on is the user's choice. */
const selecting: ReadonlySet<PanelAction["type"]> = new Set(["use", "once", "reset"]);

/** Adds the switcher to the page. */
export function showSwitcher(auth0: UntypedMock, switches: KeptSwitches, storage: TabStorage): Switcher {
  defineAuth0Drawer();
  for (const left of document.querySelectorAll("auth0-drawer[failed]")) left.remove();

  // Each domain has its own key.
  const openKey = `auth0-msw: the drawer is open for ${String(auth0.handlers[0]?.info.path)}`;
  const seen = createSeen(storage, seenKey);
  const made = createMadeScenarios(storage, internalsOf(auth0).define);
  const model = (): PanelModel => {
    const current = modelOf(auth0);
    return { ...current, seen: seen.add(current), made: made.all };
  };

  const drawer = new Auth0Drawer();
  drawer.model = model();
  drawer.isButtonHidden = storage.read(hiddenKey) !== null;
  drawer.onToggle = (open) => storage.write(openKey, open ? "yes" : null);
  drawer.onHideButton = (isHidden) => {
    storage.write(hiddenKey, isHidden ? "yes" : null);
    for (const each of allDrawers()) each.isButtonHidden = isHidden;
  };
  drawer.addEventListener(actionEvent, ({ detail }) => {
    try {
      change(auth0, switches, detail);
      if ("selection" in detail) made.add(detail.selection.scenarios);
      if ("scenarios" in detail) made.add(detail.scenarios);
      drawer.problems = [];
      if (selecting.has(detail.type)) drawer.isIgnored = false;
    } catch (error) {
      drawer.problems = [messageOf(error)];
    }
  });

  let isScheduled = false;
  const stop = internalsOf(auth0)
    .session()
    .watch(() => {
      if (isScheduled) return;
      isScheduled = true;
      queueMicrotask(() => {
        isScheduled = false;
        drawer.model = model();
      });
    });

  // Outside the body, since apps style the body and may replace its content.
  document.documentElement.append(drawer);
  if (storage.read(openKey) !== null) void drawer.show();
  return {
    report(problem) {
      drawer.problems = [...drawer.problems, problem];
    },
    markIgnored() {
      drawer.isIgnored = true;
    },
    fail(problem) {
      stop();
      drawer.setAttribute("failed", "");
      drawer.close();
      drawer.model = undefined;
      drawer.problems = [problem];
    },
    remove() {
      stop();
      drawer.remove();
    },
  };
}

function change(auth0: UntypedMock, switches: KeptSwitches, action: PanelAction): void {
  if (action.type === "reset") {
    auth0.reset(action.endpoint);
    switches.forget(action.endpoint);
  } else if (action.type === "use") {
    applySelection(auth0, action.selection);
    switches.keep(action.selection);
  } else if (action.type === "once") {
    auth0.once(action.activation);
  } else {
    perform(auth0, action);
  }
}

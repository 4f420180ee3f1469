import type { API } from "storybook/manager-api";
import { nextFailure } from "../../panel/stepping.ts";
import type { Store } from "./store.ts";

/** Registers shortcuts that step through the failures. Users can change them in Storybook's settings. */
export async function registerShortcuts(api: API, store: Store): Promise<void> {
  const step = (direction: 1 | -1) => (): void => {
    const { catalog, state } = store.get();
    if (state) store.select({ activations: [nextFailure({ ...state, scenarios: catalog }, direction)] });
  };
  await api.setAddonShortcut("auth0-msw", {
    label: "Next Auth0 failure",
    defaultShortcut: ["alt", "N"],
    actionName: "nextFailure",
    action: step(1),
  });
  await api.setAddonShortcut("auth0-msw", {
    label: "Previous Auth0 failure",
    defaultShortcut: ["alt", "P"],
    actionName: "previousFailure",
    action: step(-1),
  });
}

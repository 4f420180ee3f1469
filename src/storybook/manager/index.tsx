/** @jsxRuntime classic */
import React from "react";
import { AddonPanel } from "storybook/internal/components";
import { addons, types } from "storybook/manager-api";
import { AllFailures, allFailuresPath, AllFailuresTool } from "./all-failures.tsx";
import { returnFocusFromStory } from "./focus.ts";
import { Panel } from "./panel.tsx";
import { registerShortcuts } from "./shortcuts.ts";
import { createStore } from "./store.ts";
import { Toolbar } from "./toolbar.tsx";

const id = "auth0-msw";

addons.register(id, (api) => {
  const store = createStore(api);
  returnFocusFromStory(api);
  void registerShortcuts(api, store);
  addons.add(`${id}/toolbar`, {
    type: types.TOOL,
    title: "Auth0 scenario",
    match: ({ viewMode, tabId }) => viewMode === "story" && !tabId,
    render: () => <Toolbar store={store} />,
  });
  addons.add(`${id}/all-failures-tool`, {
    type: types.TOOL,
    title: "All failures",
    match: ({ viewMode, tabId }) => viewMode === "story" && !tabId,
    render: () => <AllFailuresTool />,
  });
  addons.add(`${id}/all-failures`, {
    type: types.experimental_PAGE,
    title: "All failures",
    url: allFailuresPath,
    render: () => <AllFailures />,
  });
  addons.add(`${id}/panel`, {
    type: types.PANEL,
    title: "Auth0",
    match: ({ viewMode }) => viewMode === "story",
    render: ({ active }) => (
      <AddonPanel active={active ?? false} hasScrollbar={false}>
        <Panel store={store} />
      </AddonPanel>
    ),
  });
});

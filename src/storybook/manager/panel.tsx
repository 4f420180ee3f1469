/** @jsxRuntime classic */
import React, { type ReactElement, useEffect, useRef, useSyncExternalStore } from "react";
import { EmptyTabContent } from "storybook/internal/components";
import { useStorybookState } from "storybook/manager-api";
import { useTheme } from "storybook/theming";
import { type Auth0Scenarios, defineAuth0Scenarios } from "../../panel/auth0-scenarios.ts";
import { actionEvent, type PanelAction } from "../../panel/model.ts";
import type { ScenarioList, StoryState } from "../events.ts";
import type { Store } from "./store.ts";
import { linkTo } from "./story-url.ts";
import { themeProperties } from "./theme.ts";

defineAuth0Scenarios();

/** The switcher for the shown story. */
export function Panel({ store }: { readonly store: Store }): ReactElement {
  const { storyId } = useStorybookState();
  const { catalog, state, seen } = useSyncExternalStore(store.subscribe, store.get);
  // It stays while another story starts, with its flow and its filter.
  if (state && storyId) return <Switcher store={store} catalog={catalog} state={state} seen={seen} />;
  return <EmptyTabContent title="No story yet" description="Open a story to switch its Auth0 scenarios." />;
}

interface SwitcherProps {
  readonly store: Store;
  readonly catalog: ScenarioList;
  readonly state: StoryState;
  readonly seen: readonly string[];
}

function Switcher({ store, catalog, state, seen }: SwitcherProps): ReactElement {
  const theme = useTheme();
  const element = useRef<Auth0Scenarios>(null);

  useEffect(() => {
    // React 18 would set attributes instead of properties.
    if (!element.current) return;
    element.current.model = { ...state, scenarios: catalog, seen };
    element.current.error = state.refused ?? state.error;
    element.current.linkTo = linkTo;
  }, [catalog, state, seen]);

  useEffect(() => {
    const { current } = element;
    const act = ({ detail }: CustomEvent<PanelAction>): void => {
      if (detail.type === "reset") store.clear(detail.endpoint);
      else if (detail.type === "use") store.select(detail.selection);
      else if (detail.type === "once") store.selectOnce(detail.activation);
      else store.act(detail);
    };
    current?.addEventListener(actionEvent, act);
    return () => current?.removeEventListener(actionEvent, act);
  }, [store]);

  useEffect(() => {
    for (const [name, value] of Object.entries(themeProperties(theme))) element.current?.style.setProperty(name, value);
  }, [theme]);

  return React.createElement("auth0-scenarios", { ref: element });
}

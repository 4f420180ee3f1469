/** @jsxRuntime classic */
import { AlertIcon, KeyIcon, UndoIcon } from "@storybook/icons";
import React, { type ReactElement, useState, useSyncExternalStore } from "react";
import { useStorybookState } from "storybook/manager-api";
import { styled } from "storybook/theming";
import { endpoints } from "../../../scenarios/types.ts";
import { idOf } from "../../catalog/activation.ts";
import { describeOptions } from "../../panel/edit.ts";
import type { StoryState } from "../events.ts";
import { Button, Popover } from "./components.tsx";
import { Menu } from "./menu.tsx";
import type { Store } from "./store.ts";

/** The active scenario, the menu to change it, and a button that restores the story’s own. */
export function Toolbar({ store }: { readonly store: Store }): ReactElement | null {
  const { storyId } = useStorybookState();
  const { catalog, state } = useSyncExternalStore(store.subscribe, store.get);
  const [open, setOpen] = useState(false);
  if (!state || state.storyId !== storyId) return null;
  const label = labelOf(state);
  const answering = label === live ? "live (the demo tenant answers)" : label;
  const isOverridden = state.selected.activations.length > 0;
  return (
    <>
      <Popover
        ariaLabel="Auth0 scenarios"
        padding={0}
        visible={open}
        onVisibleChange={setOpen}
        popover={
          <Menu
            catalog={catalog}
            state={state}
            onSelect={(id, keepOpen) => {
              setOpen(keepOpen);
              store.restoreOrSelect(id);
            }}
          />
        }
      >
        <Trigger
          variant="ghost"
          padding="small"
          data-overridden={isOverridden}
          ariaLabel={`Auth0 scenario: ${answering}`}
          tooltip={state.error ?? tooltipOf(isOverridden, label)}
        >
          {state.error === undefined ? <KeyIcon /> : <AlertIcon />}
          {label}
        </Trigger>
      </Popover>
      {isOverridden && (
        <Button
          variant="ghost"
          padding="small"
          ariaLabel={`Back to the story’s own: ${shorten(Object.values(state.own))}`}
          onClick={() => store.clear()}
        >
          <UndoIcon />
        </Button>
      )}
    </>
  );
}

/** Shown when no scenario is active. */
const live = "live";

function tooltipOf(isOverridden: boolean, label: string): string {
  if (isOverridden) return "Overrides the story’s own scenario";
  return label === live ? "The demo tenant answers. Select an Auth0 scenario" : "Select an Auth0 scenario";
}

/** `user-blocked · +800 ms`, the first active scenario with its options. */
function labelOf({ active, options, selected }: StoryState): string {
  const ids = [...selected.activations.map(idOf), ...Object.values<string>(active)];
  const shown = endpoints.find((endpoint) => active[endpoint] === ids.find((id) => !id.endsWith("/live")));
  return [shorten(ids), describeOptions((shown && options[shown]) ?? {})].filter(Boolean).join(" · ");
}

/** The first active scenario, and how many more there are. */
function shorten(ids: readonly string[]): string {
  const [first, ...more] = new Set(ids.filter((id) => !id.endsWith("/live")));
  if (first === undefined) return live;
  return more.length === 0 ? first : `${first} +${more.length}`;
}

const Trigger = styled(Button)(({ theme }) => ({
  '&[data-overridden="true"]': { color: theme.color.secondary, background: theme.background.hoverable },
}));

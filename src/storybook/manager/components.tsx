/** @jsxRuntime classic */
import React, { type ComponentProps, forwardRef, type ReactElement } from "react";
import * as components from "storybook/internal/components";

const { Button: StorybookButton } = components;

// Storybook 9 has only the second one. A named import of what is missing would stop the build of the manager.
const { PopoverProvider, WithTooltipPure } = components as Partial<typeof components>;

type ButtonProps = ComponentProps<typeof StorybookButton>;

/** Storybook's button. In Storybook 9 too, `ariaLabel` is its name. */
export const Button: React.ForwardRefExoticComponent<ButtonProps & React.RefAttributes<HTMLButtonElement>> = forwardRef(
  function AnyButton(props, ref) {
    if (PopoverProvider) return <StorybookButton {...props} ref={ref} />;
    const { ariaLabel, tooltip, ...others } = props;
    const label = ariaLabel === false ? undefined : ariaLabel;
    return React.createElement(StorybookButton, {
      ...others,
      "aria-label": label,
      title: tooltip ?? label,
      ref,
    } as never);
  },
);

/** Storybook's popover, or the nearest that Storybook 9 has. */
export function Popover(props: ComponentProps<typeof components.PopoverProvider>): ReactElement | null {
  if (PopoverProvider) return <PopoverProvider {...props} />;
  if (!WithTooltipPure) return null;
  const { visible, onVisibleChange, popover, children } = props;
  // Not `WithTooltip`: it closes on every key.
  return React.createElement(
    WithTooltipPure,
    { visible, onVisibleChange, tooltip: popover, trigger: "click", closeOnOutsideClick: true } as never,
    children,
  );
}

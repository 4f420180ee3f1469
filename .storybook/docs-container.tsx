import { DocsContainer, type DocsContainerProps } from "@storybook/addon-docs/blocks";
import { type PropsWithChildren, useLayoutEffect } from "react";
import { create } from "storybook/theming";
import { applyTheme, selectedTheme, type Theme } from "./theme.ts";
import "./docs.css";

const typefaces = { fontBase: "var(--docs-text)", fontCode: "var(--docs-code)" };

const themes = {
  light: create({ base: "light", ...typefaces }),
  dark: create({ base: "dark", ...typefaces }),
} satisfies Record<Theme, unknown>;

/** The frame of each docs page, in the theme of the toolbar. Storybook renders it again for each selection there. */
export default function ThemedDocs({ context, children }: PropsWithChildren<DocsContainerProps>) {
  const theme = selectedTheme(context.channel);
  useLayoutEffect(() => applyTheme(theme), [theme]);
  return (
    <DocsContainer context={context} theme={themes[theme]}>
      {children}
    </DocsContainer>
  );
}

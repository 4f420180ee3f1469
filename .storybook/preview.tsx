import type { Preview } from "@storybook/react-vite";
import { type ComponentProps, lazy, Suspense, useLayoutEffect } from "react";
import { applyTheme, systemTheme } from "./theme.ts";

// With what it imports, it is larger than all stories, and they do not need it.
const ThemedDocs = lazy(() => import("./docs-container.tsx"));

function DocsContainer(props: ComponentProps<typeof ThemedDocs>) {
  return (
    <Suspense>
      <ThemedDocs {...props} />
    </Suspense>
  );
}

const preview: Preview = {
  parameters: {
    layout: "fullscreen",
    a11y: { test: "error" },
    auth0Screen: true,
    backgrounds: { disable: true },
    docs: { container: DocsContainer },
    options: {
      storySort: {
        method: "alphabetical",
        order: [
          "Quick start",
          "Catalog",
          "Sign in",
          ["Email and password", "Code or link", "On this device", "First draft", "All failures"],
          "Guides",
        ],
      },
    },
  },
  globalTypes: {
    theme: {
      description: "Theme",
      toolbar: {
        dynamicTitle: true,
        items: [
          { value: "light", title: "Light", icon: "sun" },
          { value: "dark", title: "Dark", icon: "moon" },
        ],
      },
    },
  },
  initialGlobals: { theme: systemTheme },
  decorators: [
    (Story, { globals: { theme } }) => {
      useLayoutEffect(() => applyTheme(theme), [theme]);
      return <Story />;
    },
  ],
};

export default preview;

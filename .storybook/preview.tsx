import type { Preview } from "@storybook/react-vite";
import { useLayoutEffect } from "react";

const preview: Preview = {
  parameters: {
    layout: "fullscreen",
    a11y: { test: "error" },
    backgrounds: { disable: true },
    options: { storySort: { order: ["Quick start", "Catalog", "Guides", "Sign in"] } },
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
  initialGlobals: { theme: "light" },
  decorators: [
    (Story, { globals: { theme } }) => {
      useLayoutEffect(() => {
        document.documentElement.dataset["theme"] = theme;
      }, [theme]);
      return <Story />;
    },
  ],
};

export default preview;

import type { Preview } from "@storybook/react-vite";
import { Fragment, useLayoutEffect } from "react";
import { answerRequests, begin } from "./auth0.ts";
import { answersFor, menus } from "./menus.ts";

const preview: Preview = {
  parameters: {
    layout: "fullscreen",
    a11y: { test: "error" },
    backgrounds: { disable: true },
  },
  globalTypes: {
    ...menus,
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
  beforeAll: answerRequests,
  beforeEach({ abortSignal, globals, parameters }) {
    begin(abortSignal, answersFor(globals, parameters));
  },
  decorators: [
    (Story, { globals, parameters }) => (
      // A new choice makes a new story: what the old answer left on the screen would be stale.
      <Fragment key={JSON.stringify(answersFor(globals, parameters))}>
        <Story />
      </Fragment>
    ),
    (Story, { globals: { theme } }) => {
      useLayoutEffect(() => {
        document.documentElement.dataset["theme"] = theme;
      }, [theme]);
      return <Story />;
    },
  ],
};

export default preview;

/* oxlint-disable import/no-default-export -- Storybook requires a default export. */
// #region main
import type { StorybookConfig } from "@storybook/react-vite";

const config: StorybookConfig = {
  framework: "@storybook/react-vite",
  stories: ["../src/**/*.stories.tsx"],
  addons: ["auth0-msw/storybook"],
};

export default config;
// #endregion

import type { StorybookConfig } from "@storybook/html-vite";
import { defaultClientConditions, mergeConfig } from "vite";

const config: StorybookConfig = {
  framework: "@storybook/html-vite",
  stories: ["./*.stories.ts"],
  addons: ["../../../.storybook/local-preset.ts", "@storybook/addon-docs", "msw-storybook-addon"],
  core: { disableTelemetry: true },
  viteFinal: (vite) => mergeConfig(vite, { resolve: { conditions: ["auth0-msw-source", ...defaultClientConditions] } }),
};

export default config;

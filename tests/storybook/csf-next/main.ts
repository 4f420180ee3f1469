import type { StorybookConfig } from "@storybook/react-vite";
import { defaultClientConditions, mergeConfig } from "vite";

const config: StorybookConfig = {
  framework: "@storybook/react-vite",
  stories: ["./*.stories.tsx"],
  addons: ["../../../.storybook/local-preset.ts"],
  core: { disableTelemetry: true },
  viteFinal: (vite) => mergeConfig(vite, { resolve: { conditions: ["auth0-msw-source", ...defaultClientConditions] } }),
};

export default config;

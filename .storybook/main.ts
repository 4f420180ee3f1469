import type { StorybookConfig } from "@storybook/react-vite";
import { defaultClientConditions, mergeConfig } from "vite";

const config: StorybookConfig = {
  framework: "@storybook/react-vite",
  stories: ["../stories/**/*.mdx", "../stories/**/*.stories.tsx"],
  addons: ["./local-preset.ts", "@storybook/addon-docs", "@storybook/addon-a11y", "@storybook/addon-vitest"],
  core: { disableTelemetry: true },
  viteFinal: (vite) =>
    mergeConfig(vite, {
      resolve: { conditions: ["auth0-msw-source", ...defaultClientConditions] },
      // Otherwise Vite would find it during the first run and reload the page in the middle of a play.
      optimizeDeps: { include: ["auth0-js"] },
    }),
};

export default config;

import type { StorybookConfig } from "@storybook/react-vite";
import { msw } from "msw/vite";
import { defaultClientConditions, mergeConfig } from "vite";

const config: StorybookConfig = {
  framework: "@storybook/react-vite",
  stories: ["../stories/**/*.stories.tsx"],
  addons: ["@storybook/addon-docs", "@storybook/addon-a11y", "@storybook/addon-vitest"],
  core: { disableTelemetry: true },
  viteFinal: (vite) =>
    mergeConfig(vite, {
      plugins: [msw({ mode: "worker-only" })],
      resolve: { conditions: ["auth0-msw-source", ...defaultClientConditions] },
      // Vite would find these during the first run only, and reload the page in the middle of a play.
      optimizeDeps: { include: ["auth0-js", "jose", "msw", "msw/browser"] },
    }),
};

export default config;

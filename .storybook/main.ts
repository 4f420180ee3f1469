import type { StorybookConfig } from "@storybook/react-vite";
import { defaultClientConditions, mergeConfig } from "vite";

const config: StorybookConfig = {
  framework: "@storybook/react-vite",
  stories: ["../stories/**/*.mdx", "../stories/**/*.stories.tsx"],
  addons: ["./local-preset.ts", "@storybook/addon-docs", "@storybook/addon-a11y", "@storybook/addon-vitest"],
  core: { disableTelemetry: true, disableWhatsNewNotifications: true },
  features: {
    // The props of the forms are for tests. Stories and the Auth0 panel show what they can look like.
    controls: false,
    sidebarOnboardingChecklist: false,
    menuOnboardingChecklist: false,
  },
  // Its only reader would be the panel of controls.
  typescript: { reactDocgen: false },
  viteFinal: (vite) =>
    mergeConfig(vite, {
      resolve: { conditions: ["auth0-msw-source", ...defaultClientConditions] },
      // Otherwise Vite would find them during the first run and reload the page in the middle of a play.
      optimizeDeps: { include: ["auth0-js", "storybook/theming"] },
    }),
};

export default config;

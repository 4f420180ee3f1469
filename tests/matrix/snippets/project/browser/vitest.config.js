import { playwright } from "@vitest/browser-playwright";
import { mergeConfig } from "vitest/config";

const { default: shown } = await import(process.env.SHOWN);

export default mergeConfig(shown, {
  test: {
    setupFiles: ["../examples/vitest/own-worker.ts"],
    browser: {
      enabled: true,
      headless: true,
      provider: playwright({ launchOptions: JSON.parse(process.env.LAUNCH) }),
      instances: [{ browser: "chromium" }],
    },
  },
});

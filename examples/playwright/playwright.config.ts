import { defineConfig } from "@playwright/test";
import type { Auth0TestOptions } from "auth0-msw/playwright";

export default defineConfig<Auth0TestOptions>({
  use: {
    baseURL: "http://localhost:5173",
    auth0Options: { domain: "demo.eu.auth0.com" },
  },
  reporter: [["list"], ["auth0-msw/playwright/reporter", { threshold: 100 }]],
});
